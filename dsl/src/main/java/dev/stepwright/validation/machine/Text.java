package dev.stepwright.validation.machine;

import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.Placeholders;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the strings of a definition are: a JSONata expression, a text with placeholders, or plain. */
public final class Text {
    private static final Pattern PATH_OR_CALL =
            Pattern.compile("\\$\\$?\\.[\\p{L}_]|\\$\\[['\"0-9*]|States\\.[A-Z][A-Za-z0-9]*\\(");

    private Text() {}

    /** Returns whether the value has a placeholder in it, so that nobody knows what it will be. */
    public static boolean isUnknown(JsonNode value) {
        return value.isString() && isUnknown(value.stringValue());
    }

    public static boolean isUnknown(String text) {
        return Placeholders.areIn(text);
    }

    /** Returns whether the value is a string from <code>{%</code> to <code>%}</code>. */
    public static boolean isExpression(JsonNode value) {
        return JsonataMarks.surround(value);
    }

    /** Returns whether the value is a string that reads like a path or an intrinsic function, and like nothing else. */
    public static boolean looksLikePath(JsonNode value) {
        return value.isString() && looksLikePath(value.stringValue());
    }

    public static boolean looksLikePath(String text) {
        return PATH_OR_CALL.matcher(text).lookingAt();
    }
}
