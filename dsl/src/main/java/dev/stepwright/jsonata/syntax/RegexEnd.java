package dev.stepwright.jsonata.syntax;

/** Finds the slash that ends a regular expression: not escaped, and not within brackets. */
final class RegexEnd {
    private RegexEnd() {}

    /** Returns the offset of the slash that belongs to the one at {@code start}, the length of the text if there is none. */
    static int after(String text, int start) {
        int depth = 0;
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '/' && depth == 0 && !isEscaped(text, at)) {
                return at;
            }
            if (text.charAt(at - 1) != '\\') {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return text.length();
    }

    private static boolean isEscaped(String text, int at) {
        int backslashes = 0;
        while (text.charAt(at - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
