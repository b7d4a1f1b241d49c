package dev.stepwright.dsl.tree;

import dev.stepwright.json.JsonText;

/** The patterns of {@code StringMatches}, turned into the regular expressions that JSONata has instead. */
final class StarPattern {
    private static final String META = ".\\+*?^${}()|[]/";

    private StarPattern() {}

    /** Refuses a backslash that escapes neither a star nor a backslash. */
    static void check(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
                if (i == pattern.length() || "*\\".indexOf(pattern.charAt(i)) < 0) {
                    throw new IllegalArgumentException("the pattern " + JsonText.quote(pattern)
                            + " has a backslash at offset " + (i - 1)
                            + " that escapes neither * nor \\; write \\\\ for a backslash");
                }
            }
        }
    }

    /** Returns a JSONata regular expression literal that matches the whole text. */
    static String regex(String pattern) {
        StringBuilder regex = new StringBuilder("/^");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                regex.append("[\\s\\S]*");
            } else {
                literal(c == '\\' ? pattern.charAt(++i) : c, regex);
            }
        }
        return regex.append("$/").toString();
    }

    private static void literal(char c, StringBuilder regex) {
        if (c == '\n') {
            regex.append("\\n");
        } else if (META.indexOf(c) >= 0) {
            regex.append('\\').append(c);
        } else {
            regex.append(c);
        }
    }
}
