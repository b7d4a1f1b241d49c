package dev.stepwright.jsonata.value;

import dev.stepwright.json.JsonText;
import dev.stepwright.jsonata.error.JsonataException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A value as a string: strings as they are, functions empty, everything else as JSON. */
public final class TextForm {
    private final StringBuilder out = new StringBuilder();
    private final Evaluation evaluation;
    private final boolean pretty;

    private TextForm(Evaluation evaluation, boolean pretty) {
        this.evaluation = evaluation;
        this.pretty = pretty;
    }

    /** Returns the string on one line; undefined gives the empty string. */
    public static String of(JsonNode value, Evaluation evaluation) {
        return value.isString() ? value.stringValue() : of(value, false, evaluation);
    }

    /**
     * Returns the string, over several lines and two blanks a level if {@code pretty}.
     *
     * @throws JsonataException D3001 for a number that is not finite, D1001 for one within an array or object
     */
    public static String of(JsonNode value, boolean pretty, Evaluation evaluation) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isMissingNode() || value instanceof FunctionValue) {
            return "";
        }
        if (value.isNumber()) {
            if (!Double.isFinite(Numbers.toDouble(value))) {
                throw JsonataException.of("D3001");
            }
            return NumberText.of(value);
        }
        TextForm form = new TextForm(evaluation, pretty);
        form.write(value, 0);
        evaluation.chargeText(form.out.length());
        return form.out.toString();
    }

    private void write(JsonNode value, int level) {
        evaluation.step();
        if (out.length() > evaluation.bounds().characters()) {
            evaluation.chargeText(out.length());
        }
        if (value.isString()) {
            out.append(JsonText.quote(value.stringValue()));
        } else if (value.isNumber()) {
            out.append(Numbers.isNumeric(value) ? NumberText.of(value) : "null");
        } else if (value.isArray()) {
            writeArray(value, level + 1);
        } else if (value.isObject()) {
            writeObject(value, level + 1);
        } else {
            out.append(value instanceof FunctionValue ? "\"\"" : value.isMissingNode() ? "null" : value.toString());
        }
    }

    private void writeArray(JsonNode array, int level) {
        evaluation.enter();
        char separator = '[';
        for (int i = 0; i < array.size(); i++) {
            out.append(separator);
            line(level);
            write(array.get(i), level);
            separator = ',';
        }
        close(separator == '[' ? "[]" : null, ']', level);
    }

    private void writeObject(JsonNode object, int level) {
        evaluation.enter();
        char separator = '{';
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            out.append(separator);
            line(level);
            out.append(JsonText.quote(member.getKey())).append(pretty ? ": " : ":");
            write(member.getValue(), level);
            separator = ',';
        }
        close(separator == '{' ? "{}" : null, '}', level);
    }

    private void close(@Nullable String empty, char bracket, int level) {
        if (empty != null) {
            out.append(empty);
        } else {
            line(level - 1);
            out.append(bracket);
        }
        evaluation.leave();
    }

    private void line(int level) {
        if (pretty) {
            out.append('\n').append("  ".repeat(level));
        }
    }
}
