package dev.stepwright.jsonata.regex;

import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** A pattern that is being looked for in one text, by one of the engines. */
interface Search {
    /** Looks for the first match from a place on. */
    boolean find(int from);

    /** Returns where the last match begins and ends, then each group; negative for one that took no part. The next search may overwrite it. */
    int[] bounds();

    /** Returns a search by the engine of the JDK. */
    static Search of(java.util.regex.Matcher matcher) {
        return new OfMatcher(matcher::find, matcher.groupCount(), matcher::start, matcher::end);
    }

    /** Returns a search in linear time. */
    static Search of(com.google.re2j.Matcher matcher) {
        return new OfMatcher(matcher::find, matcher.groupCount(), matcher::start, matcher::end);
    }

    /**
     * A search by a matcher of a library.
     *
     * @param starts where a group of the last match begins, or the match as group 0
     * @param ends where it ends
     */
    record OfMatcher(IntPredicate finding, int groups, IntUnaryOperator starts, IntUnaryOperator ends)
            implements Search {
        @Override
        public boolean find(int from) {
            return finding.test(from);
        }

        @Override
        public int[] bounds() {
            int[] bounds = new int[2 * groups + 2];
            for (int group = 0; group <= groups; group++) {
                bounds[2 * group] = starts.applyAsInt(group);
                bounds[2 * group + 1] = ends.applyAsInt(group);
            }
            return bounds;
        }
    }
}
