package dev.stepwright.jsonata.regex;

import java.util.function.IntUnaryOperator;

/** A pattern that is being looked for in one text, by one of the engines. */
interface Search {
    /** Looks for the first match from a place on. */
    boolean find(int from);

    /** Returns where the last match begins and ends, then each group; negative for one that took no part. The next search may overwrite it. */
    int[] bounds();

    /** A search by the engine of the JDK. */
    record Backtracking(java.util.regex.Matcher matcher) implements Search {
        @Override
        public boolean find(int from) {
            return matcher.find(from);
        }

        @Override
        public int[] bounds() {
            return Search.bounds(matcher.groupCount(), matcher::start, matcher::end);
        }
    }

    /** A search in linear time. */
    record Linear(com.google.re2j.Matcher matcher) implements Search {
        @Override
        public boolean find(int from) {
            return matcher.find(from);
        }

        @Override
        public int[] bounds() {
            return Search.bounds(matcher.groupCount(), matcher::start, matcher::end);
        }
    }

    private static int[] bounds(int groups, IntUnaryOperator start, IntUnaryOperator end) {
        int[] bounds = new int[2 * groups + 2];
        for (int group = 0; group <= groups; group++) {
            bounds[2 * group] = start.applyAsInt(group);
            bounds[2 * group + 1] = end.applyAsInt(group);
        }
        return bounds;
    }
}
