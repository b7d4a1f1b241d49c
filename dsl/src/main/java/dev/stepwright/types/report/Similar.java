package dev.stepwright.types.report;

import dev.stepwright.json.JsonText;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. */
public final class Similar {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;

    private Similar() {}

    /** Returns "; did you mean ...?" if one of the names is close to the one that was written, else nothing. */
    public static String hint(String sigil, String written, Collection<String> names) {
        if (names.contains(written) || written.length() < SHORTEST || written.length() > LONGEST) {
            return "";
        }
        int most = Math.max(1, written.length() / 3);
        return names.stream()
                .filter(name -> name.length() >= SHORTEST && name.length() <= LONGEST)
                .filter(name -> distance(written, name) <= most)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(name -> name))
                .map(name -> "; did you mean " + JsonText.quote(sigil + name) + "?")
                .orElse("");
    }

    /** Counts the letters to change, drop, add or swap with the next one; upper and lower case count as the same. */
    private static int distance(String one, String two) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = two.toLowerCase(Locale.ROOT);
        int[][] counts = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                counts[i][j] = i == 0 || j == 0 ? i + j : count(counts, a, b, i, j);
            }
        }
        return counts[a.length()][b.length()];
    }

    private static int count(int[][] counts, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(counts[i - 1][j - 1] + (same ? 0 : 1), Math.min(counts[i - 1][j], counts[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, counts[i - 2][j - 2] + 1) : least;
    }
}
