package dev.stepwright.runtime;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells what is wrong with what executions of a machine take and give, beyond what the machine itself makes sure of; for example that it
 * does not fit a JSON Schema.
 *
 * <p>The same value must get the same answer whenever it is asked about. Called by any thread, several at once; must not block.
 */
public interface PayloadCheck {
    /**
     * Returns what is wrong with an input: where, what was found, what is allowed. Empty if an execution may start with it.
     *
     * @return the rest of the sentence "cannot start with this input: "
     */
    Optional<String> inputProblem(JsonNode input);

    /**
     * Returns what is wrong with an output: where, what was found, what is allowed. Empty if an execution may end with it.
     *
     * @return the cause of the failure
     */
    Optional<String> outputProblem(JsonNode output);
}
