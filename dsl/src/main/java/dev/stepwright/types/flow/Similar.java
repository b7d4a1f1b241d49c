package dev.stepwright.types.flow;

import dev.stepwright.json.JsonText;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was probably meant. */
final class Similar {
    private static final int LONGEST = 64;

    private Similar() {}

    /** Returns "; did you mean ...?" if one of the names is close to the one that was written, else nothing. */
    static String hint(String sigil, String written, Collection<String> names) {
        int most = Math.max(1, written.length() / 3);
        return names.stream()
                .filter(name -> !name.equals(written) && name.length() <= LONGEST && written.length() <= LONGEST)
                .filter(name -> distance(written, name) <= most)
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(name -> name))
                .map(name -> "; did you mean " + JsonText.quote(sigil + name) + "?")
                .orElse("");
    }

    /** Counts the letters to change, drop or add; upper and lower case count as the same. */
    private static int distance(String one, String two) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = two.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
