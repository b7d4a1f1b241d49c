package dev.stepwright.expression;

import tools.jackson.databind.JsonNode;

/**
 * The marks <code>{%</code> and <code>%}</code> between which a string of a definition is a JSONata expression.
 *
 * @see <a href="https://states-language.net/spec.html#jsonata-concepts">ASL: JSONata Concepts</a>
 */
public final class JsonataMarks {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    /** How many characters of a text stand before {@link #between} its marks. */
    public static final int WIDTH = OPEN.length();

    private JsonataMarks() {}

    /** Returns whether a text is an expression between marks, without blanks around. */
    public static boolean surround(String text) {
        return text.length() >= OPEN.length() + CLOSE.length() && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    /** Returns whether a value is a string that is an expression between marks. */
    public static boolean surround(JsonNode value) {
        return value.isString() && surround(value.stringValue());
    }

    /** Returns whether a value is a string that begins as an expression, whether it has an end or not. */
    public static boolean open(JsonNode value) {
        return value.isString() && value.stringValue().startsWith(OPEN);
    }

    /** Returns whether a value is an expression, or has one in it at any depth. */
    public static boolean areIn(JsonNode value) {
        return surround(value) || value.isContainer() && value.valueStream().anyMatch(JsonataMarks::areIn);
    }

    /** Returns an expression between marks, as it is usually written. */
    public static String around(String expression) {
        return OPEN + " " + expression + " " + CLOSE;
    }

    /**
     * Returns all that stands between the marks, with the blanks beside them.
     *
     * @param marked a text that marks {@link #surround(String) surround}
     */
    public static String between(String marked) {
        return marked.substring(WIDTH, marked.length() - CLOSE.length());
    }

    /**
     * Returns the expression without its marks and the blanks beside them.
     *
     * @param marked a text that marks {@link #surround(String) surround}
     */
    public static String inside(String marked) {
        return between(marked).strip();
    }
}
