package dev.stepwright.validation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A set of names, and the one that a misspelt name probably means. */
final class Names {
    /** How many names all questions to one set may look at, so that a hopeless document takes no longer than a good one. */
    private static final int BUDGET = 2_000_000;

    /** How many looks a comparison letter by letter costs. */
    private static final int COMPARISON = 50;

    private final Set<String> names;
    private int work;

    Names(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    Set<String> all() {
        return names;
    }

    /** Returns the most similar name, if one is so similar that a slip explains the difference. */
    Optional<String> nearest(String name) {
        String best = null;
        int limit = Math.max(1, Math.min(4, name.length() / 3));
        for (String candidate : names) {
            if (++work > BUDGET) {
                return Optional.empty();
            }
            if (Math.abs(candidate.length() - name.length()) > limit) {
                continue;
            }
            work += COMPARISON;
            int distance = distance(name, candidate);
            if (distance <= limit && !candidate.equals(name)) {
                best = candidate;
                limit = distance - 1;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Counts the letters to insert, remove, replace or swap with their neighbour; a change of case counts nothing. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
