package dev.stepwright.asl;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Runs its item processor once for each item of an array.
 *
 * @see <a href="https://states-language.net/spec.html#map-state">ASL: Map State</a>
 */
public record MapState(String name, JsonPointer pointer, JsonNode json) implements State {
    @Override
    public <R> R accept(StateVisitor<R> visitor) {
        return visitor.map(this);
    }

    /** Returns the machine that is run for each item: {@code ItemProcessor}, or {@code Iterator} in older definitions. */
    public Optional<StateMachineDefinition> itemProcessor() {
        String field = json.has("ItemProcessor") ? "ItemProcessor" : "Iterator";
        return field(field).filter(JsonNode::isObject).map(machine -> new StateMachineDefinition(at(field), machine));
    }

    /** Returns whether the items run as executions of their own, {@code "Mode": "DISTRIBUTED"}. */
    public boolean isDistributed() {
        return itemProcessor()
                .map(machine -> machine.json()
                        .path("ProcessorConfig")
                        .path("Mode")
                        .asString("")
                        .equals("DISTRIBUTED"))
                .orElse(false);
    }

    @Override
    public List<StateMachineDefinition> subMachines() {
        return itemProcessor().stream().toList();
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
