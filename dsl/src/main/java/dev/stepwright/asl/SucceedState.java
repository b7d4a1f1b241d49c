package dev.stepwright.asl;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Ends its machine, branch or iteration well.
 *
 * @see <a href="https://states-language.net/spec.html#succeed-state">ASL: Succeed State</a>
 */
public record SucceedState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.succeed(this);
    }
}
