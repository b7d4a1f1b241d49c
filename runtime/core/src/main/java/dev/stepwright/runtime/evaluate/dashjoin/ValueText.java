package dev.stepwright.runtime.evaluate.dashjoin;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import dev.stepwright.json.JsonText;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prints values as {@code $string} does: functions are empty strings, numbers as in {@link NumberText}. */
final class ValueText {
    private final StringBuilder out = new StringBuilder();
    private final Meter meter;
    private final boolean pretty;

    private ValueText(Meter meter, boolean pretty) {
        this.meter = meter;
        this.pretty = pretty;
    }

    static String of(Object value, boolean pretty, Meter meter) {
        if (value instanceof String text) {
            return text;
        }
        if (isFunction(value)) {
            return "";
        }
        ValueText text = new ValueText(meter, pretty);
        text.write(value, "\n");
        return text.out.toString();
    }

    private static boolean isFunction(@Nullable Object value) {
        return Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern;
    }

    private void write(@Nullable Object value, String newline) {
        meter.checkCharacters(out.length());
        if (value == null || value == Jsonata.NULL_VALUE) {
            out.append("null");
        } else if (value instanceof Number number) {
            out.append(NumberText.of(number));
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map, newline);
        } else if (value instanceof Collection<?> list) {
            writeArray(list, newline);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else {
            out.append(JsonText.quote(isFunction(value) ? "" : value.toString()));
        }
    }

    private void writeObject(Map<?, ?> map, String newline) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator);
            indent(newline + "  ");
            out.append(JsonText.quote(String.valueOf(member.getKey()))).append(pretty ? ": " : ":");
            write(member.getValue(), newline + "  ");
            separator = ",";
        }
        close(map.isEmpty(), "{}", newline);
    }

    private void writeArray(Collection<?> list, String newline) {
        String separator = "[";
        for (Object element : list) {
            out.append(separator);
            indent(newline + "  ");
            write(element, newline + "  ");
            separator = ",";
        }
        close(list.isEmpty(), "[]", newline);
    }

    private void indent(String newline) {
        if (pretty) {
            out.append(newline);
        }
    }

    private void close(boolean empty, String brackets, String newline) {
        if (empty) {
            out.append(brackets);
            return;
        }
        indent(newline);
        out.append(brackets.charAt(1));
    }
}
