package dev.stepwright.permission;

import dev.stepwright.json.Placeholders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an ARN as it is written, in which placeholders may stand.
 *
 * @param resource all that follows the account, colons included
 */
record Arn(String partition, String service, String region, String account, String resource) {
    private static final Pattern PLACEHOLDER_OF_ARN = Pattern.compile(
            "(\\$\\{[^{}]*arn}|\\{\\{[^{}]*arn *}}|<[A-Z0-9_-]*ARN>)(:[^/]*)?", Pattern.CASE_INSENSITIVE);
    private static final int PARTS = 6;
    private static final Pattern KIND_AND_NAME = Pattern.compile("[^:/]+[:/]([^:/]+)");
    private static final Pattern SAID_TWICE = Pattern.compile("(\\*[:/])+\\*$");

    private static final Pattern QUEUE_URL =
            Pattern.compile("https?://(?:sqs\\.(.+?)|(.+?)\\.queue)\\.amazonaws\\.com(\\.cn)?/([^/]+)/([^/]+)");
    private static final Pattern OTHER_QUEUE_URL = Pattern.compile("https?://[^/]+/(?:[^/]+/)*(\\d{12})/([^/]+)");

    /** Returns the parts; empty if the text is no ARN. */
    static Optional<Arn> of(String text) {
        String[] parts = Placeholders.masked(text).split(":", PARTS);
        if (parts.length < PARTS || !parts[0].equals("arn")) {
            return Optional.empty();
        }
        String[] unmasked = new String[PARTS];
        int from = 0;
        for (int i = 0; i < PARTS; i++) {
            unmasked[i] = text.substring(from, from + parts[i].length());
            from += parts[i].length() + 1;
        }
        return Optional.of(new Arn(unmasked[1], unmasked[2], unmasked[3], unmasked[4], unmasked[5]));
    }

    /** Returns an ARN whose resource does not end with several wildcards where one means the same. */
    static String shortened(String text) {
        return !text.endsWith("*")
                ? text
                : of(text).map(arn -> new Arn(
                                arn.partition,
                                arn.service,
                                arn.region,
                                arn.account,
                                SAID_TWICE.matcher(arn.resource).replaceFirst("*")))
                        .map(Arn::toString)
                        .orElse(text);
    }

    static boolean is(String text) {
        return of(text).isPresent();
    }

    /**
     * Returns the ARN of the queue with a URL, as far as the URL tells it; any other text as it is. AWS: URLs of China end with {@code .cn}.
     * Those of other hosts, such as of a local stack, tell no region.
     */
    static String ofQueueUrl(String text, Deployment where) {
        if (!text.startsWith("http")) {
            return text;
        }
        Matcher url = QUEUE_URL.matcher(text);
        if (!url.matches()) {
            Matcher other = OTHER_QUEUE_URL.matcher(text);
            return other.matches()
                    ? new Arn(where.partition(), "sqs", where.region(), other.group(1), other.group(2)).toString()
                    : text;
        }
        String region = url.group(1) == null ? url.group(2) : url.group(1);
        String own = url.group(3) == null ? where.partition() : "aws-cn";
        return String.join(":", "arn", own, "sqs", region, url.group(4), url.group(5));
    }

    /** Returns whether a text is, or begins with, a placeholder that is called after an ARN: {@code ${ChargeFunctionArn}:live}. */
    static boolean isPlaceholderOfArn(String text) {
        return PLACEHOLDER_OF_ARN.matcher(text).matches();
    }

    /** Returns the name of the resource without its kind and qualifiers: {@code child} of {@code stateMachine:child:prod}. */
    String name() {
        Matcher parts = KIND_AND_NAME.matcher(Placeholders.masked(resource));
        return parts.lookingAt() ? resource.substring(parts.start(1), parts.end(1)) : resource;
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
