package dev.stepwright.asl;

import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code Choices}: a condition and the state that follows when it holds. The condition is the
 * {@code Condition} of a JSONata state, else an operator with its {@code Variable} or {@code And}, {@code Or}, {@code Not}.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL: Choice State</a>
 */
public record ChoiceRule(JsonPointer pointer, JsonNode json) implements View {
    /** Returns the name of the state that follows. */
    public Optional<String> next() {
        return text("Next");
    }
}
