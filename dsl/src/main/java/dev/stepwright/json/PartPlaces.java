package dev.stepwright.json;

import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * The places of a document that is a part of another one.
 *
 * @param start where in the other document it stands
 * @param strings those strings of it that the other one has in another form
 */
record PartPlaces(Placement whole, JsonPointer start, Map<JsonPointer, Extract> strings) implements Placement {
    @Override
    public Position value(JsonPointer pointer) {
        return whole.value(start.append(pointer));
    }

    @Override
    public Position key(JsonPointer pointer) {
        return whole.key(start.append(pointer));
    }

    @Override
    public Position character(JsonPointer pointer, int offset) {
        Extract string = strings.get(pointer);
        return string == null ? whole.character(start.append(pointer), offset) : string.position(offset);
    }
}
