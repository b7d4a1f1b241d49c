package dev.stepwright.json;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The places of a document that is the whole of its text. */
record TextPlaces(Lines lines, JsonNode root, Place place) implements Placement {
    @Override
    public Position value(JsonPointer pointer) {
        return place.nearest(pointer).value();
    }

    @Override
    public Position key(JsonPointer pointer) {
        return place.nearest(pointer).key();
    }

    @Override
    public Position character(JsonPointer pointer, int offset) {
        int[] offsets = offsets(pointer);
        return lines.at(offsets[Math.min(offset, offsets.length - 1)]);
    }

    /** Returns where in the text each character of a string stands, and last where it ends; of any other value where it starts. */
    int[] offsets(JsonPointer pointer) {
        int start = lines.offset(value(pointer));
        JsonNode value = root.at(pointer);
        return value.isString() ? ScalarText.offsets(lines.text(), start, value.stringValue()) : new int[] {start};
    }
}
