package dev.stepwright.jsonata.regex;

/** A pattern of ECMAScript in the notation of RE2, with the same meaning where RE2 has one. */
final class PatternTranslation {
    private static final String BLANKS =
            "\\t\\n\\x0B\\f\\r\\x20\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
    private static final String NOT_BLANKS =
            "\\x00-\\x08\\x0E-\\x1f\\x21-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}"
                    + "\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
    private static final String LINE_ENDS = "\\n\\r\\x{2028}\\x{2029}";
    /** Letters that mean the same after a backslash in both notations, and digits, which RE2 refuses as back references. */
    private static final String SHARED = "dDwWbBnrtfv123456789";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private boolean inClass;
    private int at;

    private PatternTranslation(String source) {
        this.source = source;
    }

    static String translate(String source) {
        PatternTranslation translation = new PatternTranslation(source);
        while (translation.at < source.length()) {
            translation.step();
        }
        return translation.out.toString();
    }

    private void step() {
        char c = source.charAt(at++);
        if (c == '\\' && at < source.length()) {
            escape(source.charAt(at++));
        } else if (inClass) {
            classCharacter(c);
        } else if (c == '.') {
            out.append("[^").append(LINE_ENDS).append(']');
        } else if (c == '[') {
            openClass();
        } else {
            out.append(c);
        }
    }

    private void openClass() {
        if (source.startsWith("]", at)) {
            out.append("[^\\x00-\\x{10ffff}]");
            at++;
            return;
        }
        if (source.startsWith("^]", at)) {
            out.append("(?s:.)");
            at += 2;
            return;
        }
        inClass = true;
        out.append('[');
        if (at < source.length() && source.charAt(at) == '^') {
            out.append('^');
            at++;
        }
    }

    private void classCharacter(char c) {
        if (c == ']') {
            inClass = false;
        }
        // A bracket or an ampersand within a class is one character in ECMAScript.
        out.append(c == '[' || c == '&' ? "\\" : "").append(c);
    }

    private void escape(char c) {
        switch (c) {
            case 's' -> out.append(inClass ? BLANKS : "[" + BLANKS + "]");
            case 'S' -> out.append(inClass ? NOT_BLANKS : "[" + NOT_BLANKS + "]");
            case 'u' -> hex(4, c);
            case 'x' -> hex(2, c);
            case '0' -> out.append("\\x00");
            case 'b' -> out.append(inClass ? "\\x08" : "\\b");
            case 'c' -> control();
            case 'v' -> out.append("\\x0B");
            default -> {
                boolean plainLetter = Character.isLetterOrDigit(c) && SHARED.indexOf(c) < 0;
                out.append(plainLetter || c > 127 ? "" : "\\").append(c);
            }
        }
    }

    private void hex(int digits, char letter) {
        int end = at + digits;
        boolean valid = end <= source.length();
        for (int i = at; valid && i < end; i++) {
            valid = Character.digit(source.charAt(i), 16) >= 0;
        }
        if (valid) {
            out.append("\\x{").append(source, at, end).append('}');
            at = end;
        } else {
            out.append(letter);
        }
    }

    private void control() {
        if (at < source.length() && Character.isLetter(source.charAt(at))) {
            out.append(String.format("\\x%02x", source.charAt(at++) % 32));
        } else {
            out.append("\\\\c");
        }
    }
}
