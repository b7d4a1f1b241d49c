package dev.stepwright.asl;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Ends its machine, branch or iteration with an error.
 *
 * @see <a href="https://states-language.net/spec.html#fail-state">ASL: Fail State</a>
 */
public record FailState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.fail(this);
    }
}
