package dev.stepwright.asl;

import dev.stepwright.json.Placeholders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code Resource} of a Task names.
 *
 * @param type what is called
 * @param service the service of an integration, {@code aws-sdk:...} for SDK integrations; else empty
 * @param action the action of an integration, without its pattern
 * @param pattern {@code .sync}, {@code .sync:2}, {@code .waitForTaskToken}, or empty
 */
public record TaskResource(Type type, String service, String action, String pattern) {
    /** What is called. */
    public enum Type {
        /** A Lambda function. */
        LAMBDA,
        /** Work that a worker fetches. */
        ACTIVITY,
        /** A service, by an optimized integration or by its SDK. */
        INTEGRATION,
        /** Another ARN; nothing is known about it. */
        OTHER,
        /** A placeholder stands where it would tell. */
        UNKNOWN,
        /** No ARN, or one of Step Functions that no task can call. */
        MALFORMED
    }

    /** What the services of SDK integrations begin with. */
    public static final String SDK = "aws-sdk:";

    /** The pattern of a task that waits for its token to come back. */
    public static final String CALLBACK = ".waitForTaskToken";

    /** The pattern of a task that waits for the job that it starts and gets its output as JSON. */
    public static final String PARSED_JOB = ".sync:2";

    private static final Pattern ARN = Pattern.compile("arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)", Pattern.DOTALL);
    private static final Pattern INTEGRATION = Pattern.compile("(aws-sdk:[^:.]+|[^:.]+):([^:.]+)(\\..*)?");

    /** Takes a resource apart; every text is one. Placeholders in its parts are masked. */
    public static TaskResource of(String text) {
        String plain = Placeholders.areIn(text) ? Placeholders.masked(text) : text;
        Matcher arn = ARN.matcher(plain);
        if (!arn.matches()) {
            return plain(Placeholders.areIn(text) && !plain.startsWith("arn:aws:") ? Type.UNKNOWN : Type.MALFORMED);
        }
        String path = arn.group(5);
        return switch (arn.group(2)) {
            case "lambda" -> plain(Type.LAMBDA);
            case "states" -> states(path, arn.group(3).isEmpty() && arn.group(4).isEmpty());
            default -> plain(Placeholders.isMasked(arn.group(2)) ? Type.UNKNOWN : Type.OTHER);
        };
    }

    private static TaskResource states(String path, boolean ofNobody) {
        if (path.startsWith("activity:")) {
            return plain(ofNobody ? Type.MALFORMED : Type.ACTIVITY);
        }
        Matcher integration = INTEGRATION.matcher(path);
        if (!integration.matches() || path.startsWith("stateMachine:")) {
            return plain(Placeholders.isMasked(path) ? Type.UNKNOWN : Type.MALFORMED);
        }
        String pattern = integration.group(3) == null ? "" : integration.group(3);
        return new TaskResource(Type.INTEGRATION, integration.group(1), integration.group(2), pattern);
    }

    private static TaskResource plain(Type type) {
        return new TaskResource(type, "", "", "");
    }

    /** Returns whether an integration is of this service and action, whatever its pattern. */
    public boolean isIntegration(String service, String action) {
        return this.service.equals(service) && this.action.equals(action);
    }

    /** Returns whether the task waits for its token to come back. */
    public boolean isCallback() {
        return pattern.equals(CALLBACK);
    }

    /** Returns whether the task waits for the job that it starts: {@code .sync}, {@code .sync:2}. */
    public boolean isJob() {
        return pattern.startsWith(".sync");
    }

    /** Returns whether what the job gives is JSON in the result, where {@code .sync} has a text: {@code .sync:2}. */
    public boolean isParsedJob() {
        return pattern.equals(PARSED_JOB);
    }

    /**
     * Returns why an Express machine cannot have it, and what to do about that: it waits for an activity, a job or a token. Empty if it can.
     */
    public Optional<String> refusalInExpress() {
        String found = type == Type.ACTIVITY ? "activities" : pattern;
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("an Express workflow cannot use " + found
                        + "; make it a Standard workflow, or call the service without waiting");
    }

    /** Returns whether a service is called by its SDK. */
    public boolean isSdk() {
        return service.startsWith(SDK);
    }
}
