package dev.stepwright.permission;

/** Texts of policies in which {@code *} stands for any characters and {@code ?} for one. */
public final class Wildcards {
    private Wildcards() {}

    /** Returns whether a text has a wildcard in it. */
    static boolean areIn(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf(Literal.PART) >= 0;
    }

    /** Returns whether a pattern has all that another has; for one without wildcards, whether it matches. */
    public static boolean covers(String pattern, String other) {
        int p = 0;
        int o = 0;
        int star = -1;
        int retry = 0;
        while (o < other.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = o;
            } else if (p < pattern.length() && isCovered(pattern.charAt(p), other.charAt(o))) {
                p++;
                o++;
            } else if (star >= 0) {
                p = star + 1;
                o = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean isCovered(char pattern, char other) {
        return pattern == Literal.shown(other) || pattern == '?' && other != '*' && other != Literal.PART;
    }

    /** Returns whether some text is in both patterns, the first of which has no {@link Literal}. */
    static boolean meet(String one, String two) {
        return areIn(two) ? haveCommon(one, two) : covers(one, two);
    }

    private static boolean haveCommon(String one, String two) {
        boolean[] after = new boolean[two.length() + 1];
        for (int i = one.length(); i >= 0; i--) {
            boolean[] now = new boolean[two.length() + 1];
            for (int j = two.length(); j >= 0; j--) {
                boolean hasOne = i < one.length();
                boolean hasTwo = j < two.length();
                if (hasOne && one.charAt(i) == '*') {
                    now[j] = after[j] || hasTwo && now[j + 1];
                } else if (hasTwo && two.charAt(j) == '*') {
                    now[j] = now[j + 1] || hasOne && after[j];
                } else if (hasTwo && two.charAt(j) == Literal.PART) {
                    now[j] = now[j + 1] || hasOne && one.charAt(i) != ':' && after[j];
                } else if (hasOne && hasTwo) {
                    now[j] = isSame(one.charAt(i), two.charAt(j)) && after[j + 1];
                } else {
                    now[j] = !hasOne && !hasTwo;
                }
            }
            after = now;
        }
        return after[0];
    }

    private static boolean isSame(char one, char two) {
        return one == Literal.shown(two) || one == '?' || two == '?';
    }
}
