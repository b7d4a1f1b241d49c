package dev.stepwright.validation;

import dev.stepwright.expression.JsonataMarks;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the strings of a definition are: a JSONata expression, a text with placeholders, or plain. */
final class Text {
    /** {@code ${Name}}, which CloudFormation, SAM, CDK and Terraform fill in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]*}|<[A-Z][A-Z0-9_-]*>|\\{\\{[^{}]*}}");

    private static final String MASK = "\uFFFF";

    private static final Pattern PATH_OR_CALL =
            Pattern.compile("\\$\\$?\\.[\\p{L}_]|\\$\\[['\"0-9*]|States\\.[A-Z][A-Za-z0-9]*\\(");

    private Text() {}

    /** Returns whether the value has a placeholder in it, so that nobody knows what it will be. */
    static boolean isUnknown(JsonNode value) {
        return value.isString() && isUnknown(value.stringValue());
    }

    static boolean isUnknown(String text) {
        return (text.indexOf('{') >= 0 || text.indexOf('<') >= 0)
                && PLACEHOLDER.matcher(text).find();
    }

    /** Returns whether the value is a string from <code>{%</code> to <code>%}</code>. */
    static boolean isExpression(JsonNode value) {
        return JsonataMarks.surround(value);
    }

    /** Returns the text with a character for each placeholder that no definition has, so that the rest can be taken apart. */
    static String maskPlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(MASK);
    }

    /** Returns whether a masked placeholder stands in the text. */
    static boolean isMasked(String text) {
        return text.contains(MASK);
    }

    /** Returns whether the value is a string that reads like a path or an intrinsic function, and like nothing else. */
    static boolean looksLikePath(JsonNode value) {
        return value.isString() && PATH_OR_CALL.matcher(value.stringValue()).lookingAt();
    }
}
