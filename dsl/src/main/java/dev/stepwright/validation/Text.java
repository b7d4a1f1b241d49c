package dev.stepwright.validation;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the strings of a definition are: a JSONata expression, a text with placeholders, or plain. */
final class Text {
    /** {@code ${Name}}, which CloudFormation, SAM, CDK and Terraform fill in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]*}|<[A-Z][A-Z0-9_-]*>|\\{\\{[^{}]*}}");

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
        return value.isString()
                && value.stringValue().startsWith("{%")
                && value.stringValue().endsWith("%}")
                && value.stringValue().length() >= 4;
    }
}
