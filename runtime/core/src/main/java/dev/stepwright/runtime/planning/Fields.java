package dev.stepwright.runtime.planning;

import dev.stepwright.asl.View;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.JsonPathExpressions;
import dev.stepwright.runtime.evaluate.JsonataExpressions;
import dev.stepwright.runtime.evaluate.ResultPath;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The fields of one object of a definition, compiled. Where a field is absent, or wrong and so noted as a problem, the result is
 * null.
 *
 * @param isJsonata the language of the state
 * @param place what comes before the name of a field in a message: {@code "Catch[0]/"}, empty for a state
 */
record Fields(JsonPointer pointer, JsonNode json, boolean isJsonata, String place, Problems problems) {
    private static final Expression EMPTY_OBJECT = bindings -> JsonNodeFactory.instance.objectNode();

    static Fields of(View state, boolean isJsonata, Problems problems) {
        return new Fields(state.pointer(), state.json(), isJsonata, "", problems);
    }

    /** The fields of a rule of this state. */
    Fields of(View rule, String rulePlace) {
        return new Fields(rule.pointer(), rule.json(), isJsonata, rulePlace, problems);
    }

    /** The fields of an object that is itself a field. */
    Fields inside(String field) {
        return new Fields(pointer.appendProperty(field), json.path(field), isJsonata, place + field + "/", problems);
    }

    @Nullable
    JsonNode value(String field) {
        return json.get(field);
    }

    /** A field that is a path; {@code null} in the definition stands for an empty object. */
    @Nullable
    Expression path(String field) {
        return path(field, text -> JsonPathExpressions.path(text, place + field));
    }

    private @Nullable Expression path(String field, Function<String, Expression> compiler) {
        JsonNode value = value(field);
        if (value == null || value.isString() && value.stringValue().equals("$")) {
            return null;
        }
        if (value.isNull()) {
            return EMPTY_OBJECT;
        }
        String text = string(field);
        return text == null ? null : attempt(field, () -> compiler.apply(text));
    }

    /** The value that the path of a field leads to. */
    @Nullable
    Expression valueAt(String field, String path) {
        return attempt(field, () -> JsonPathExpressions.path(path, place + field));
    }

    @Nullable
    Expression itemsPath() {
        return path("ItemsPath", JsonPathExpressions::itemsPath);
    }

    @Nullable
    ResultPath resultPath(String field) {
        JsonNode value = value(field);
        if (value == null
                || value.isNull()
                || value.isString() && value.stringValue().equals("$")) {
            return null;
        }
        String text = string(field);
        return text == null ? null : attempt(field, () -> JsonPathExpressions.resultPath(text));
    }

    /** A field that is a template of the state's language. */
    @Nullable
    Expression template(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        return attempt(
                field,
                () -> isJsonata
                        ? JsonataExpressions.template(value, place + field)
                        : JsonPathExpressions.template(value, place + field));
    }

    /** A field that is a text, and nothing but a text. */
    @Nullable
    String string(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isString()) {
            mustBe(field, "a string");
            return null;
        }
        return value == null ? null : value.stringValue();
    }

    /** A field that is a literal whole number in a range; {@code absent} where it is not given. */
    long integer(String field, long least, long most, long absent) {
        JsonNode value = value(field);
        if (value == null) {
            return absent;
        }
        double number = value.isNumber() ? JsonValues.nearestDouble(value) : Double.NaN;
        if (number != Math.rint(number)) {
            mustBe(field, "a whole number");
            return absent;
        }
        if (number < least || number > most) {
            mustBe(field, "between " + least + " and " + most);
            return absent;
        }
        return (long) number;
    }

    @Nullable
    Expression constant(String field) {
        JsonNode value = value(field);
        return value == null ? null : bindings -> value;
    }

    <T> @Nullable T attempt(String field, Supplier<T> compiler) {
        return problems.attempt(pointer.appendProperty(field), compiler);
    }

    /** Notes that a field is given and is not what is allowed. */
    void mustBe(String field, String allowed) {
        JsonNode value = value(field);
        problem(field, field + " must be " + allowed + ", found " + (value == null ? "none" : JsonText.excerpt(value)));
    }

    void problem(String field, String message) {
        problems.add(pointer.appendProperty(field), message);
    }
}
