package dev.stepwright.json;

import java.util.Collection;
import tools.jackson.databind.JsonNode;

/** Finds where a value of a text in JSON or YAML ends, by where the last thing within it does. */
record ValueEnd(Lines lines) {
    /** Returns the offset behind a value. */
    int of(JsonNode value, Place place) {
        int start = skipProperties(lines.offset(place.value()));
        if (value.isString()) {
            return ofString(lines.offset(place.value()), value.stringValue());
        }
        return value.isContainer() ? ofContainer(start, value, place) : ofWord(start);
    }

    private int ofString(int start, String value) {
        int[] offsets = ScalarText.offsets(text(), start, value);
        int end = offsets[value.length()];
        int first = value.isEmpty() ? end : offsets[0];
        boolean isQuoted = first > start && "\"'".indexOf(at(end)) >= 0 && at(first - 1) == at(end);
        return isQuoted ? end + 1 : end;
    }

    private int ofContainer(int start, JsonNode value, Place place) {
        boolean isBracketed = at(start) == '{' || at(start) == '[';
        int end = value.isEmpty() ? start + 1 : ofLast(value, place);
        return isBracketed ? behindBracket(end) : end;
    }

    private int ofLast(JsonNode value, Place place) {
        if (value.isArray()) {
            int last = value.size() - 1;
            return of(value.get(last), place.elements().get(last));
        }
        Collection<String> names = value.propertyNames();
        String last = names.stream().skip(names.size() - 1).findFirst().orElseThrow();
        return of(value.path(last), place.fields().getOrDefault(last, place));
    }

    /** There may be a comma, and in YAML comments. */
    private int behindBracket(int from) {
        int at = from;
        while (at < text().length() && at(at) != '}' && at(at) != ']') {
            at = at(at) == '#' ? endOfLine(at) : at + 1;
        }
        return Math.min(at + 1, text().length());
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text().length() && at(at) != '\n') {
            at++;
        }
        return at;
    }

    private int ofWord(int start) {
        int at = start;
        while (at < text().length() && ",]} \t\r\n".indexOf(at(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Goes behind tags and anchors of YAML. */
    private int skipProperties(int start) {
        int at = start;
        while (at(at) == '!' || at(at) == '&') {
            at = ofWord(at);
            while (Character.isWhitespace(at(at))) {
                at++;
            }
        }
        return at;
    }

    private char at(int offset) {
        return offset < text().length() ? text().charAt(offset) : '\0';
    }

    private String text() {
        return lines.text();
    }
}
