package dev.stepwright.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code Resource} of a Task names.
 *
 * @param service the service of an integration, {@code aws-sdk:...} for SDK integrations; else empty
 * @param action the action of an integration, without its pattern
 * @param pattern {@code .sync}, {@code .sync:2}, {@code .waitForTaskToken}, or empty
 */
record Resource(Type type, String service, String action, String pattern) {
    enum Type {
        LAMBDA,
        ACTIVITY,
        INTEGRATION,
        /** Another ARN; nothing is known about it. */
        OTHER,
        /** A placeholder stands where it would tell. */
        UNKNOWN,
        MALFORMED
    }

    static final String CALLBACK = ".waitForTaskToken";
    private static final Pattern ARN = Pattern.compile("arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)", Pattern.DOTALL);
    private static final Pattern INTEGRATION = Pattern.compile("(aws-sdk:[^:.]+|[^:.]+):([^:.]+)(\\..*)?");

    static Resource of(String text) {
        String plain = Text.maskPlaceholders(text);
        Matcher arn = ARN.matcher(plain);
        if (!arn.matches()) {
            return plain(Text.isUnknown(text) && !plain.startsWith("arn:aws:") ? Type.UNKNOWN : Type.MALFORMED);
        }
        String path = arn.group(5);
        return switch (arn.group(2)) {
            case "lambda" -> plain(Type.LAMBDA);
            case "states" -> states(path);
            default -> plain(Text.isMasked(arn.group(2)) ? Type.UNKNOWN : Type.OTHER);
        };
    }

    private static Resource states(String path) {
        if (path.startsWith("activity:")) {
            return plain(Type.ACTIVITY);
        }
        Matcher integration = INTEGRATION.matcher(path);
        if (!integration.matches() || path.startsWith("stateMachine:")) {
            return plain(Text.isMasked(path) ? Type.UNKNOWN : Type.MALFORMED);
        }
        String pattern = integration.group(3) == null ? "" : integration.group(3);
        return new Resource(Type.INTEGRATION, integration.group(1), integration.group(2), pattern);
    }

    private static Resource plain(Type type) {
        return new Resource(type, "", "", "");
    }

    boolean isIntegration(String service, String action) {
        return this.service.equals(service) && this.action.equals(action);
    }

    boolean isCallback() {
        return pattern.equals(CALLBACK);
    }

    boolean isJob() {
        return pattern.startsWith(".sync");
    }

    boolean isSdk() {
        return service.startsWith("aws-sdk:");
    }
}
