package dev.stepwright.asl;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Goes on with the state of the first rule that matches.
 *
 * @see <a href="https://states-language.net/spec.html#choice-state">ASL: Choice State</a>
 */
public record ChoiceState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.choice(this);
    }

    /** Returns the rules in their order. */
    public List<ChoiceRule> choices() {
        return elements("Choices", ChoiceRule::new);
    }

    /** Returns the name of the state that follows when no rule matches. */
    public Optional<String> defaultTarget() {
        return text("Default");
    }
}
