package dev.stepwright.permission;

/**
 * Values that are known, among ARNs in which {@code *} stands for what is not: what would be read as a wildcard or as a placeholder has a
 * character for private use in its place.
 */
final class Literal {
    private static final String READ_AS_MORE = "*?${<";
    private static final char FIRST = '\uE100';

    /** Stands for a part of an ARN that nobody knows, a region or an account: for any characters but colons. */
    static final char PART = '\uE1FF';

    private Literal() {}

    /** Returns a value as it stands in ARNs. */
    static String of(String value) {
        StringBuilder text = new StringBuilder(value);
        for (int i = 0; i < value.length(); i++) {
            int at = READ_AS_MORE.indexOf(value.charAt(i));
            if (at >= 0) {
                text.setCharAt(i, (char) (FIRST + at));
            }
        }
        return text.toString();
    }

    /** Returns what a character stands for. */
    static char shown(char character) {
        if (character == PART) {
            return '*';
        }
        int at = character - FIRST;
        return at >= 0 && at < READ_AS_MORE.length() ? READ_AS_MORE.charAt(at) : character;
    }

    /** Returns a text with the values as they are. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            shown.setCharAt(i, shown(text.charAt(i)));
        }
        return shown.toString();
    }
}
