package dev.stepwright.json;

import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * The places of a document that is a part of another one.
 *
 * @param starts where in the other document values of it stand, by their pointers; the whole of it is one. What is within them stands there as it does here
 * @param strings those strings of it that the other one has in another form
 */
record PartPlaces(Placement whole, Map<JsonPointer, JsonPointer> starts, Map<JsonPointer, Extract> strings)
        implements Placement {
    @Override
    public Position value(JsonPointer pointer) {
        return whole.value(there(pointer));
    }

    @Override
    public Position key(JsonPointer pointer) {
        boolean isElement = starts.containsKey(pointer)
                && (pointer.matches() || pointer.last().mayMatchElement());
        return isElement ? value(pointer) : whole.key(there(pointer.head()).append(pointer.last()));
    }

    @Override
    public Position end(JsonPointer pointer) {
        return whole.end(there(pointer));
    }

    @Override
    public Position character(JsonPointer pointer, int offset) {
        Extract string = strings.get(pointer);
        return string == null ? whole.character(there(pointer), offset) : string.position(offset);
    }

    private JsonPointer there(JsonPointer pointer) {
        JsonPointer around = pointer;
        while (!starts.containsKey(around)) {
            around = around.head();
        }
        String within = pointer.toString().substring(around.toString().length());
        return starts.get(around).append(JsonPointer.compile(within));
    }
}
