package dev.stepwright.runtime.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code StringMatches}: {@code *} stands for any text, {@code \*} and {@code \\} for themselves, all else for
 * itself. Matching never goes back over a star.
 */
final class Glob {
    /** The texts between the stars. */
    private final List<String> parts;

    /** @throws IllegalArgumentException if a backslash escapes anything else or nothing */
    Glob(String pattern) {
        List<String> found = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                found.add(part.toString());
                part.setLength(0);
                continue;
            }
            if (c == '\\') {
                i++;
                if (i == pattern.length() || "*\\".indexOf(pattern.charAt(i)) < 0) {
                    throw new IllegalArgumentException("the pattern \"" + pattern + "\" has a backslash at character "
                            + i + " that escapes neither '*' nor '\\'");
                }
                c = pattern.charAt(i);
            }
            part.append(c);
        }
        found.add(part.toString());
        this.parts = List.copyOf(found);
    }

    boolean matches(String text) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return text.equals(first);
        }
        int end = text.length() - last.length();
        if (end < first.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
