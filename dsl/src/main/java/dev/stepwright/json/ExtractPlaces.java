package dev.stepwright.json;

import tools.jackson.core.JsonPointer;

/**
 * The places of a document whose text is put together from pieces of another text.
 *
 * @param document with the places in the text that was put together
 * @param lines those of that text
 */
record ExtractPlaces(JsonDocument document, Lines lines, Extract extract) implements Placement {
    @Override
    public Position value(JsonPointer pointer) {
        return outside(document.position(pointer));
    }

    @Override
    public Position key(JsonPointer pointer) {
        return outside(document.keyPosition(pointer));
    }

    @Override
    public Position end(JsonPointer pointer) {
        return outside(document.endPosition(pointer));
    }

    @Override
    public Position character(JsonPointer pointer, int offset) {
        return outside(document.characterPosition(pointer, offset));
    }

    private Position outside(Position inside) {
        return extract.position(lines.offset(inside));
    }
}
