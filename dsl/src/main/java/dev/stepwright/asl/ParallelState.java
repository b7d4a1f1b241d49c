package dev.stepwright.asl;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Runs its branches side by side and collects their outputs in an array.
 *
 * @see <a href="https://states-language.net/spec.html#parallel-state">ASL: Parallel State</a>
 */
public record ParallelState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.parallel(this);
    }

    /** Returns the branches in their order. */
    public List<StateMachineDefinition> branches() {
        return elements("Branches", StateMachineDefinition::new);
    }

    @Override
    public List<StateMachineDefinition> subMachines() {
        return branches();
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
