package dev.stepwright.asl;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Placeholders that stand for numbers and other values that are no strings: <code>"Seconds": ${Seconds}</code>, which is no JSON before it is filled in. */
public final class BarePlaceholders {
    private static final String BEFORE_VALUE = ":,[{";

    private BarePlaceholders() {}

    /**
     * Reads a JSON value in which these may stand; they are strings, which {@link JsonText#unfilled} makes bare again.
     *
     * @throws JsonSyntaxException if the text is no JSON beside them
     */
    public static JsonNode value(String text) {
        try {
            return JsonDocument.parse(text).root();
        } catch (JsonSyntaxException e) {
            Extract whole = Extract.of(text);
            Extract quoted = quoted(whole);
            if (quoted == whole) {
                throw e;
            }
            return quoted.parse().root();
        }
    }

    /** Reads the JSON document that a text is, as {@link #value} does, with the places of its pieces. */
    public static JsonDocument parse(Extract json) {
        return quoted(json).parse();
    }

    /**
     * Returns a text of JSON in which these are strings, which {@link JsonText#unfilled} makes bare again; the same if there are none. One that is
     * not closed, that holds what ends a string or that stands where no value can stays as it is, so that a reader of JSON complains of it.
     */
    static Extract quoted(Extract json) {
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
