package dev.stepwright.asl;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A state whose {@code Type} is missing or not one of ASL's eight kinds. It can be read and written, never run. */
public record UnknownState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.unknown(this);
    }
}
