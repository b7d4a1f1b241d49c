package dev.stepwright.asl;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One element of {@code Catch}: which errors go on with another state.
 *
 * @see <a href="https://states-language.net/spec.html#fallback-states">ASL: Fallback states</a>
 */
public record CatchRule(JsonPointer pointer, JsonNode json) implements View {
    /** Returns the error names that the rule matches. */
    public List<String> errorEquals() {
        return texts("ErrorEquals");
    }

    /** Returns the name of the state that takes the error. */
    public Optional<String> next() {
        return text("Next");
    }
}
