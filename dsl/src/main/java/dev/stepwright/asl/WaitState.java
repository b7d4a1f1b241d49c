package dev.stepwright.asl;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Waits for a time or until an instant.
 *
 * @see <a href="https://states-language.net/spec.html#wait-state">ASL: Wait State</a>
 */
public record WaitState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.waiting(this);
    }
}
