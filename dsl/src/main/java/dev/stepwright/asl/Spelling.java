package dev.stepwright.asl;

import java.util.Locale;
import java.util.regex.Pattern;

/** How far apart two names are, for messages that ask what was meant. */
public final class Spelling {
    private static final Pattern ABBREVIATION = Pattern.compile("(?<=\\p{Upper})\\p{Upper}+s?(?!\\p{Lower})");

    private Spelling() {}

    /** Returns a name with its abbreviations written as words: {@code EnableEcsManagedTags} for {@code EnableECSManagedTags}. */
    public static String words(String name) {
        return ABBREVIATION.matcher(name).replaceAll(letters -> letters.group().toLowerCase(Locale.ROOT));
    }

    /** Counts the letters to insert, remove, replace or swap with their neighbour; a change of case counts nothing. */
    public static int distance(String left, String right) {
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
