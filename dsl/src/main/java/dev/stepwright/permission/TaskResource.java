package dev.stepwright.permission;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the {@code Resource} of a Task calls.
 *
 * @param service without {@code aws-sdk:}
 * @param pattern {@code .sync}, {@code .sync:2}, {@code .waitForTaskToken}, or empty
 */
record TaskResource(Kind kind, String service, String operation, String pattern) {
    private static final Pattern INTEGRATION = Pattern.compile("(aws-sdk:)?([^:.]+):([^:.]+)(\\..*)?");

    enum Kind {
        FUNCTION,
        ACTIVITY,
        OPTIMIZED,
        SDK,
        PLACEHOLDER,
        OTHER
    }

    static TaskResource of(String text) {
        Arn arn = Arn.of(text).orElse(null);
        if (arn == null) {
            return plain(Arn.isPlaceholder(text) ? Kind.PLACEHOLDER : Kind.OTHER);
        }
        if (arn.service().equals("lambda")) {
            return plain(Kind.FUNCTION);
        }
        if (!arn.service().equals("states")) {
            return plain(Kind.OTHER);
        }
        if (arn.resource().startsWith("activity:")) {
            return plain(Kind.ACTIVITY);
        }
        Matcher integration = INTEGRATION.matcher(arn.resource());
        if (!integration.matches()) {
            return plain(Kind.OTHER);
        }
        Kind kind = integration.group(1) == null ? Kind.OPTIMIZED : Kind.SDK;
        String pattern = integration.group(4) == null ? "" : integration.group(4);
        return new TaskResource(kind, integration.group(2), integration.group(3), pattern);
    }

    private static TaskResource plain(Kind kind) {
        return new TaskResource(kind, "", "", "");
    }

    boolean isJob() {
        return pattern.startsWith(".sync");
    }

    String call() {
        return service + ":" + operation;
    }
}
