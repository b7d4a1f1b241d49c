package dev.stepwright.asl;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Does a unit of work: calls a function, a service, an activity or another machine.
 *
 * @see <a href="https://states-language.net/spec.html#task-state">ASL: Task State</a>
 */
public record TaskState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.task(this);
    }

    /** Returns the ARN or placeholder that says what is called. */
    public Optional<String> resource() {
        return text("Resource");
    }

    @Override
    public List<RetryRule> retryRules() {
        return elements("Retry", RetryRule::new);
    }

    @Override
    public List<CatchRule> catchRules() {
        return elements("Catch", CatchRule::new);
    }
}
