package dev.stepwright.asl;

import dev.stepwright.json.Extract;
import java.util.ArrayList;
import java.util.List;

/** Placeholders that stand for numbers and other values that are no strings: <code>"Seconds": ${Seconds}</code>, which is no JSON before it is filled in. */
public final class BarePlaceholders {
    private BarePlaceholders() {}

    /** Returns a text of JSON in which these are strings. */
    public static Extract quoted(Extract json) {
        String text = json.text();
        int last = text.lastIndexOf('}');
        List<Integer> marks = new ArrayList<>();
        boolean isInString = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isInString && character == '\\') {
                i++;
            } else if (character == '"') {
                isInString = !isInString;
            } else if (!isInString && i < last && text.startsWith("${", i)) {
                marks.add(i);
                i = text.indexOf('}', i);
                marks.add(i + 1);
            }
        }
        return marks.isEmpty() ? json : json.inserting('"', marks);
    }
}
