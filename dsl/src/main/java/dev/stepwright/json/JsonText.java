package dev.stepwright.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Prints JSON. Scalars read by {@link JsonDocument} keep the text they were written with. */
public final class JsonText {
    private static final int EXCERPT = 80;
    private static final String INDENT = "  ";
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonText() {}

    /** Returns the value without white space, members in their order. */
    public static String compact(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out, null, Integer.MAX_VALUE);
        return out.toString();
    }

    /**
     * Returns the value like {@link #compact(JsonNode)}, for values that may print to far more than they hold, because they
     * hold one value many times.
     *
     * @param most how many characters the text may have
     * @return empty if it has more; not much more than {@code most} is made of it
     */
    public static Optional<String> compact(JsonNode node, int most) {
        StringBuilder out = new StringBuilder();
        write(node, out, null, most);
        return out.length() > most ? Optional.empty() : Optional.of(out.toString());
    }

    /** Returns the value over several lines, two blanks a level, lines ended by {@code \n}; none after the last. */
    public static String pretty(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out, "\n", Integer.MAX_VALUE);
        return out.toString();
    }

    /**
     * Returns the same value, but for the strings that had no quotes where {@link Extract#quoting} gave them some: here they are no strings, and are printed
     * without quotes. That text is JSON only when something is put in their place.
     */
    public static JsonNode unfilled(JsonNode node) {
        return UnquotedString.unfilled(node);
    }

    /** Returns the strings in a value that {@link #unfilled} takes for others, in their order. */
    public static List<String> unquoted(JsonNode node) {
        return node instanceof UnquotedString
                ? List.of(node.stringValue())
                : node.valueStream().flatMap(value -> unquoted(value).stream()).toList();
    }

    /** Returns a string as a JSON literal: quotation marks, backslashes and control characters escaped, nothing else. */
    public static String quote(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2);
        quote(value, out);
        return out.toString();
    }

    /** Returns the value on one line for a message, cut after 80 characters. */
    public static String excerpt(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text, null, EXCERPT);
        return text.length() <= EXCERPT ? text.toString() : text.substring(0, EXCERPT) + "...";
    }

    /** Returns the number that a JSON number literal stands for; printed again it has the same text. */
    static JsonNode number(String lexeme) {
        JsonNode node = parseNumber(lexeme);
        return scalar(node).equals(lexeme) ? node : new LexicalNumber(lexeme);
    }

    private static JsonNode parseNumber(String lexeme) {
        if (lexeme.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            return DecimalNode.valueOf(new BigDecimal(lexeme));
        }
        if (lexeme.length() < 10) {
            return JsonNodeFactory.instance.numberNode(Integer.parseInt(lexeme));
        }
        BigInteger value = new BigInteger(lexeme);
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }

    /**
     * {@code newline} is the line break with the indentation of the current level, or null for one line. Once there are more than
     * {@code most} characters, nothing more is written.
     */
    private static void write(JsonNode node, StringBuilder out, @Nullable String newline, int most) {
        if (out.length() > most) {
            return;
        }
        if (node.isObject()) {
            writeObject(node, out, newline, most);
        } else if (node.isArray()) {
            writeArray(node, out, newline, most);
        } else if (node.isString() && !(node instanceof Lexeme)) {
            quote(node.stringValue(), out);
        } else {
            out.append(scalar(node));
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out, @Nullable String newline, int most) {
        String inner = newline == null ? null : newline + INDENT;
        char separator = '{';
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            out.append(separator);
            if (inner != null) {
                out.append(inner);
            }
            quote(field.getKey(), out);
            out.append(inner == null ? ":" : ": ");
            write(field.getValue(), out, inner, most);
            separator = ',';
        }
        close(node, out, newline, "{}");
    }

    private static void writeArray(JsonNode node, StringBuilder out, @Nullable String newline, int most) {
        String inner = newline == null ? null : newline + INDENT;
        char separator = '[';
        for (JsonNode element : node) {
            out.append(separator);
            if (inner != null) {
                out.append(inner);
            }
            write(element, out, inner, most);
            separator = ',';
        }
        close(node, out, newline, "[]");
    }

    private static void close(JsonNode node, StringBuilder out, @Nullable String newline, String empty) {
        if (node.isEmpty()) {
            out.append(empty);
            return;
        }
        if (newline != null) {
            out.append(newline);
        }
        out.append(empty.charAt(1));
    }

    private static String scalar(JsonNode node) {
        if (node instanceof Lexeme lexeme) {
            return lexeme.lexeme();
        }
        if (node.isInt() || node.isLong()) {
            return Long.toString(node.longValue());
        }
        return node.isMissingNode() ? "null" : node.toString();
    }

    private static void quote(String value, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
