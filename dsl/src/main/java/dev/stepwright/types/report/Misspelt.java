package dev.stepwright.types.report;

import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Value;
import java.util.Map;
import java.util.Optional;

/**
 * A name that a path reads of what comes from outside, though the definition makes a member whose name is all but the same. Outside there may be
 * anything, so this is no more than a question.
 */
public final class Misspelt {
    /** Of two shorter names one letter is too much of a difference. */
    private static final int SHORTEST = 5;

    private Misspelt() {}

    /**
     * Returns the name that is probably meant by one that is read of a value.
     *
     * @param next the name that is read of what it leads to, if there is one
     */
    public static Optional<String> meant(Value from, String written, Optional<String> next) {
        Fields fields = from.fields();
        if (fields == null || !from.isKnown() || fields.canBeClosed() || fields.field(written) != null) {
            return Optional.empty();
        }
        return fields.named().entrySet().stream()
                .filter(made -> made.getValue().isAlways() && isSlip(written, made.getKey()))
                .filter(made -> next.map(name ->
                                Reader.field(made.getValue().value(), name).found())
                        .orElse(true))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Returns the question.
     *
     * @param reader which state reads which path
     */
    public static String message(String reader, Meant meant) {
        return "%s, but nothing in the definition produces %s; did you mean %s?"
                .formatted(reader, meant.written(), meant.instead());
    }

    private static boolean isSlip(String written, String made) {
        return written.equalsIgnoreCase(made)
                || Math.min(written.length(), made.length()) >= SHORTEST
                        && Difference.of(written, made)
                                .filter(Difference::isSlip)
                                .isPresent();
    }

    /**
     * What two names that begin and end alike have in the middle.
     *
     * @param before the last letter that they begin with
     * @param behind the first that they end with
     */
    private record Difference(String written, String made, char before, char behind) {
        static Optional<Difference> of(String written, String made) {
            int shorter = Math.min(written.length(), made.length());
            int start = 0;
            while (start < shorter && written.charAt(start) == made.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < shorter - start && fromEnd(written, end + 1) == fromEnd(made, end + 1)) {
                end++;
            }
            return start == 0 || end == 0
                    ? Optional.empty()
                    : Optional.of(new Difference(
                            written.substring(start, written.length() - end),
                            made.substring(start, made.length() - end),
                            made.charAt(start - 1),
                            fromEnd(made, end)));
        }

        private static char fromEnd(String name, int place) {
            return name.charAt(name.length() - place);
        }

        /** A plural, a tense, a number and a letter that is a word are meant: costs_all, createdOrder, step2Result, plan_a_of. */
        boolean isSlip() {
            boolean isEnding = !Character.isLowerCase(behind) && "sd".contains(written + made);
            boolean isWord = !Character.isLowerCase(behind) && !Character.isLowerCase(before);
            return isSwap() || isLetter(written) && isLetter(made) && !isEnding && !isWord;
        }

        private boolean isSwap() {
            return written.length() == 2
                    && made.contentEquals(new StringBuilder(written).reverse())
                    && written.chars().allMatch(Character::isLowerCase);
        }

        private static boolean isLetter(String part) {
            return part.length() <= 1 && part.chars().allMatch(Character::isLowerCase);
        }
    }
}
