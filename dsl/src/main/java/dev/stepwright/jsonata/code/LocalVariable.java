package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Sequence;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A variable that the expression itself binds: the innermost place of its name that has been assigned. */
public final class LocalVariable extends Code {
    private final int[] hops;
    private final int[] slots;
    private final Code unbound;

    /**
     * @param hops how many frames outwards each place is, innermost first
     * @param slots the place in that frame
     * @param unbound what the name stands for when no place has been assigned
     */
    public LocalVariable(int[] hops, int[] slots, Code unbound) {
        this.hops = hops.clone();
        this.slots = slots.clone();
        this.unbound = unbound;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Sequence.collapse(raw(input, frame));
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        Frame at = frame;
        int hop = 0;
        for (int i = 0; i < slots.length; i++) {
            for (; hop < hops[i]; hop++) {
                at = Objects.requireNonNull(at.outer);
            }
            JsonNode value = at.slots[slots[i]];
            if (value != null) {
                return value;
            }
        }
        return unbound.raw(input, frame);
    }
}
