package dev.stepwright.jsonata.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The same pattern on the backtracking engine of the JDK, which is several times faster on short texts. Taken only for patterns in
 * which nothing but single characters is repeated, so that the most work it can take is known before it begins.
 */
final class QuickPattern {
    private static final double MOST_WORK = 1_000_000;

    private final Pattern pattern;
    private final @Nullable FlatPattern flat;
    /** The longest text on which a search takes little work even if it has to try everything. */
    private final double longest;

    private QuickPattern(Pattern pattern, @Nullable FlatPattern flat, double branches, int repeats) {
        this.pattern = pattern;
        this.flat = flat;
        this.longest = Math.pow(MOST_WORK / branches, 1.0 / (repeats + 1)) - 1;
    }

    /** Returns the pattern, or null if it is not one of those. It has already been accepted by the linear engine. */
    static @Nullable QuickPattern of(String translated, String flags) {
        Scan scan = new Scan(translated, flags.indexOf('i') >= 0);
        if (flags.indexOf('m') >= 0 || !scan.isQuick()) {
            return null;
        }
        try {
            int options = flags.indexOf('i') >= 0 ? Pattern.CASE_INSENSITIVE : 0;
            FlatPattern flat = options == 0 ? FlatPattern.of(translated) : null;
            return new QuickPattern(Pattern.compile(scan.out.toString(), options), flat, scan.branches, scan.repeats);
        } catch (PatternSyntaxException different) {
            return null;
        }
    }

    /** Returns a quicker matcher over a text, or null. */
    @Nullable
    FlatMatcher flat(String text) {
        return flat == null ? null : new FlatMatcher(flat, text);
    }

    /** Returns a search in a text. */
    Search search(String text) {
        return Search.of(pattern.matcher(text));
    }

    /** Returns a matcher over nothing yet. */
    Matcher matcher() {
        return pattern.matcher("");
    }

    boolean suits(int length) {
        return length < longest;
    }

    /** Reads the pattern once, counts what can be tried and writes the end of text as the JDK has it. */
    private static final class Scan {
        private static final int MANY = 10;

        private final String text;
        private final boolean ignoresCase;
        private final StringBuilder out = new StringBuilder();
        private double branches = 1;
        private int repeats;
        private boolean quick = true;
        private int at;

        Scan(String text, boolean ignoresCase) {
            this.text = text;
            this.ignoresCase = ignoresCase;
        }

        boolean isQuick() {
            char before = ' ';
            while (at < text.length() && quick) {
                char c = text.charAt(at);
                quick = !(ignoresCase && c > 127);
                if (c == '\\') {
                    escape();
                } else if (c == '[') {
                    characterClass();
                } else {
                    at++;
                    operator(c, before);
                }
                before = c;
            }
            return quick;
        }

        private void escape() {
            char c = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            quick &= c != 'b' && c != 'B' && c != 'x' || !ignoresCase && c == 'x';
            int end = Math.min(at + 2, text.length());
            if (text.startsWith("{", end)) {
                end = text.indexOf('}', end) + 1;
            }
            out.append(text, at, Math.max(end, at + 1));
            at = Math.max(end, at + 1);
        }

        private void characterClass() {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != ']') {
                quick &= !(ignoresCase && text.charAt(end) > 127);
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            end = Math.min(end + 1, text.length());
            out.append(text, at, end);
            at = end;
        }

        private void operator(char c, char before) {
            switch (c) {
                case '$' -> out.append("\\z");
                case '|' -> branch(c, 2);
                case '?' -> branch(c, "*+?}".indexOf(before) >= 0 ? 1 : 2);
                case '*', '+' -> {
                    quick &= before != ')';
                    repeats++;
                    out.append(c);
                }
                case '{' -> {
                    quick &= before != ')';
                    bounds();
                }
                default -> out.append(c);
            }
        }

        private void branch(char c, int ways) {
            branches *= ways;
            out.append(c);
        }

        private void bounds() {
            int close = text.indexOf('}', at);
            String bounds = close < 0 ? "" : text.substring(at, close);
            if (!bounds.matches("[0-9]+(,[0-9]*)?")) {
                out.append("\\{"); // a brace that bounds nothing stands for itself
                return;
            }
            int comma = bounds.indexOf(',');
            String most = comma < 0 ? bounds : bounds.substring(comma + 1);
            if (most.isEmpty() || most.length() > 2 || Integer.parseInt(most) > MANY) {
                repeats++;
            } else {
                branches *= 1 + Integer.parseInt(most);
            }
            out.append('{').append(bounds).append('}');
            at = close + 1;
        }
    }
}
