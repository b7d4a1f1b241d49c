package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import java.util.List;

/**
 * The ARN of something of Step Functions, taken apart.
 *
 * @param text all of it
 * @param type for example {@code stateMachine}
 * @param path what comes after the type, split at colons; at least one element, none of them empty
 */
record Arn(String text, String type, List<String> path) {
    private static final int TYPE = 5;
    private static final int NAME = 6;

    /**
     * Takes an ARN apart that must be of one of some types.
     *
     * @throws ApiError {@code InvalidArn}
     */
    static Arn parse(String text, String... types) {
        if (!text.startsWith("arn:")) {
            throw ApiError.invalidArn("Invalid ARN prefix: " + text);
        }
        List<String> parts = List.of(text.split(":", -1));
        if (parts.size() <= TYPE || !parts.get(2).equals("states")) {
            throw ApiError.invalidArn("Invalid ARN: " + text);
        }
        if (!List.of(types).contains(parts.get(TYPE))) {
            throw ApiError.invalidArn("Resource type not valid in this context: " + parts.get(TYPE));
        }
        List<String> path = parts.subList(NAME, parts.size());
        if (path.isEmpty() || path.contains("")) {
            throw ApiError.invalidArn("Invalid ARN: " + text);
        }
        return new Arn(text, parts.get(TYPE), path);
    }

    /**
     * Returns the ARN of a role of IAM as it is.
     *
     * @throws ApiError {@code InvalidArn} if it is anything else
     */
    static String role(String text) {
        if (!text.matches("arn:[^:]+:iam::[^:]*:role/.+")) {
            throw ApiError.of("InvalidArn", "Invalid Role Arn: '" + text + "'");
        }
        return text;
    }

    /** Returns the name of the thing itself, without a qualifier. */
    String name() {
        return path.get(0);
    }

    /** Returns the ARN without version, alias or what else comes after the name. */
    String unqualified() {
        return path.size() == 1
                ? text
                : text.substring(
                        0,
                        text.length()
                                - String.join(":", path.subList(1, path.size())).length()
                                - 1);
    }
}
