package dev.stepwright.validation;

/** A text as the JSON parser of AWS shows it in a location: its start, with what has no sign of its own escaped. */
final class ShownSource {
    private static final int MOST = 500;

    private ShownSource() {}

    /** Returns {@code "{...}"}, and {@code [truncated 7 chars]} behind it if so many were left out. */
    static String of(String text) {
        int shown = Math.min(text.length(), MOST);
        StringBuilder start = new StringBuilder(shown + 32).append('"');
        for (int i = 0; i < shown; i++) {
            append(text.charAt(i), start);
        }
        start.append('"');
        int left = text.length() - shown;
        return left == 0 ? start.toString() : start + "[truncated " + left + " chars]";
    }

    private static void append(char sign, StringBuilder to) {
        if (Character.isISOControl(sign) && sign != '\r' && sign != '\n') {
            to.append("\\u%04X".formatted((int) sign));
        } else {
            to.append(sign);
        }
    }
}
