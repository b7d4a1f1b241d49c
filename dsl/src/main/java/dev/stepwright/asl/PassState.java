package dev.stepwright.asl;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Hands its input on, changed or not.
 *
 * @see <a href="https://states-language.net/spec.html#pass-state">ASL: Pass State</a>
 */
public record PassState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.pass(this);
    }
}
