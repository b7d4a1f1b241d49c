package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Undefined;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One item on its way through a path that binds variables or remembers parents: the item is in place 0, they are in the others. */
final class Tuple {
    private final @Nullable JsonNode[] slots;

    private Tuple(@Nullable JsonNode[] slots) {
        this.slots = slots;
    }

    static Tuple of(JsonNode value, int size) {
        Tuple tuple = new Tuple(new JsonNode[size]);
        tuple.slots[0] = value;
        return tuple;
    }

    JsonNode value() {
        JsonNode value = slots[0];
        return value == null ? Undefined.VALUE : value;
    }

    Frame frame(Frame outer) {
        return outer.inner(slots);
    }

    /** Returns a copy of this with all that another has. */
    Tuple with(Tuple other) {
        Tuple copy = new Tuple(slots.clone());
        for (int i = 0; i < slots.length; i++) {
            if (other.slots[i] != null) {
                copy.slots[i] = other.slots[i];
            }
        }
        return copy;
    }

    Tuple copy() {
        return new Tuple(slots.clone());
    }

    void set(int slot, JsonNode value) {
        slots[slot] = value;
    }

    @Nullable
    JsonNode get(int slot) {
        return slots[slot];
    }

    int size() {
        return slots.length;
    }
}
