package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.FilterExpression;
import java.util.regex.Pattern;

/** A regular expression whose matching takes a bounded number of steps, whatever it backtracks. */
final class BoundedPattern {
    private final Pattern pattern;

    /** @throws IllegalArgumentException if it is no regular expression */
    BoundedPattern(FilterExpression.Operand.Pattern pattern) {
        this.pattern = pattern.compiled();
    }

    /** Returns whether the whole text matches; each look at a character is a step of the search. */
    boolean matchesWhole(String text, Search search) {
        return pattern.matcher(new Metered(text, search)).matches();
    }

    /** A text that counts how often it is looked at. */
    private record Metered(CharSequence text, Search search) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            search.spend(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.subSequence(start, end), search);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
