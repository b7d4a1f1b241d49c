package dev.stepwright.server.page;

import dev.stepwright.asl.BarePlaceholders;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.validation.KnownFields.FieldType;
import dev.stepwright.validation.KnownFields.KnownField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The value of a field as somebody types it: texts without quotes, errors with commas between them, all else as JSON or as an expression. */
final class FieldText {
    /** Of {@link FieldType#DATA}, but texts, whatever is typed. */
    private static final Pattern TEXTS =
            Pattern.compile("Condition|Version|.*\\.\\$|(String|Timestamp).*|(Numeric|Boolean)\\w+Path");

    private static final String ERRORS = "ErrorEquals";

    private FieldText() {}

    /** Returns whether a value of the field is typed as a text. */
    private static boolean isText(KnownField field) {
        return field.type() == FieldType.TEXT
                || field.type() == FieldType.STATE
                || field.type() == FieldType.PATH
                || TEXTS.matcher(field.name()).matches();
    }

    /** Returns what stands in the field for a value, such that {@link #valueOf} gives it back; a text where another value belongs is not told apart. */
    static String textOf(KnownField field, JsonNode value) {
        boolean isErrors = field.name().equals(ERRORS)
                && value.isArray()
                && value.valueStream().allMatch(error -> error.isString() && isPlain(error.stringValue()));
        if (isErrors) {
            return value.valueStream().map(JsonNode::stringValue).collect(Collectors.joining(", "));
        }
        return value.isString() && (isText(field) || isExpression(value.stringValue()))
                ? value.stringValue()
                : JsonText.pretty(JsonText.unfilled(value));
    }

    private static boolean isPlain(String error) {
        return !error.isEmpty() && error.strip().equals(error) && !error.contains(",") && !error.startsWith("[");
    }

    private static boolean isExpression(String text) {
        return text.startsWith("{%");
    }

    /** @throws IllegalArgumentException if the text is none of the field */
    static JsonNode valueOf(KnownField field, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (field.type() == FieldType.PATH && text.equals("null")) {
            return json.nullNode();
        }
        if (isText(field) || isExpression(text)) {
            return json.stringNode(text);
        }
        if (field.name().equals(ERRORS) && !text.stripLeading().startsWith("[")) {
            List<JsonNode> errors = Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(error -> !error.isEmpty())
                    .<JsonNode>map(json::stringNode)
                    .toList();
            return json.arrayNode().addAll(errors);
        }
        try {
            return BarePlaceholders.value(text);
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(
                    field.name() + " takes JSON, or an expression between {% and %}: " + e.getMessage(), e);
        }
    }
}
