package dev.stepwright.json;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The places of a document that is the whole of its text. */
final class TextPlaces implements Placement {
    private final Lines lines;
    private final JsonNode root;
    private final Place place;
    /** Mostly one string is asked for many of its characters. */
    private Characters last = new Characters(JsonPointer.empty(), new int[0]);

    /** Where the characters of a string stand. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Characters(JsonPointer pointer, int[] offsets) {}

    TextPlaces(Lines lines, JsonNode root, Place place) {
        this.lines = lines;
        this.root = root;
        this.place = place;
    }

    Lines lines() {
        return lines;
    }

    @Override
    public Position value(JsonPointer pointer) {
        return place.nearest(pointer).value();
    }

    @Override
    public Position key(JsonPointer pointer) {
        return place.nearest(pointer).key();
    }

    @Override
    public Position end(JsonPointer pointer) {
        return lines.at(new ValueEnd(lines).of(root.at(pointer), place.nearest(pointer)));
    }

    @Override
    public Position character(JsonPointer pointer, int offset) {
        int[] offsets = offsets(pointer);
        return lines.at(offsets[Math.min(offset, offsets.length - 1)]);
    }

    /** Returns where in the text each character of a string stands, and last where it ends; of any other value where it starts. */
    int[] offsets(JsonPointer pointer) {
        Characters known = last;
        if (known.offsets.length == 0 || !known.pointer.equals(pointer)) {
            known = new Characters(pointer, find(pointer));
            last = known;
        }
        return known.offsets;
    }

    private int[] find(JsonPointer pointer) {
        int start = lines.offset(value(pointer));
        JsonNode value = root.at(pointer);
        return value.isString() ? ScalarText.offsets(lines.text(), start, value.stringValue()) : new int[] {start};
    }
}
