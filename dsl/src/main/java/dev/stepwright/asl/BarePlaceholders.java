package dev.stepwright.asl;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Placeholders that stand for numbers and other values that are no strings: <code>"Seconds": ${Seconds}</code>, which is no JSON before it is filled in. */
public final class BarePlaceholders {
    private static final String BEFORE_VALUE = ":,[{";

    private BarePlaceholders() {}

    /**
     * Returns a text of JSON in which these are strings, which {@link JsonText#unfilled} prints bare again; the same if there are none. One that is
     * not closed, that holds what ends a string or that stands where no value can stays as it is, so that a reader of JSON complains of it.
     */
    public static Extract quoted(Extract json) {
        String text = json.text();
        List<Integer> marks = new ArrayList<>();
        boolean isInString = false;
        char before = ':';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isInString && character == '\\') {
                i++;
            } else if (character == '"') {
                isInString = !isInString;
            } else if (!isInString && BEFORE_VALUE.indexOf(before) >= 0 && text.startsWith("${", i)) {
                int end = end(text, i + 2);
                if (text.startsWith("}", end)) {
                    marks.add(i);
                    marks.add(end + 1);
                }
                i = end;
            }
            before = Character.isWhitespace(character) ? before : character;
        }
        return marks.isEmpty() ? json : json.quoting(marks);
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && "}{$\"\\\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
