package dev.stepwright.dsl.tree;

import dev.stepwright.json.JsonText;

/** The patterns of {@code StringMatches}, and texts, turned into the regular expressions that JSONata has instead. */
public final class StarPattern {
    private static final String META = ".+*?^${}()|[]/";

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

    /** Returns a JSONata regular expression literal that matches any of some characters. */
    public static String anyOf(String characters) {
        StringBuilder regex = new StringBuilder("/[");
        for (char c : characters.toCharArray()) {
            literal(c, regex.append(c == '-' ? "\\" : ""));
        }
        return regex.append("]/").toString();
    }

    /** JSONata takes a bracket behind any backslash for one that is escaped, behind two as well; so no backslash stands for itself. */
    private static void literal(char c, StringBuilder regex) {
        if (c == '\n') {
            regex.append("\\n");
        } else if (c == '\\') {
            regex.append("\\x5c");
        } else if (META.indexOf(c) >= 0) {
            regex.append('\\').append(c);
        } else {
            regex.append(c);
        }
    }
}
