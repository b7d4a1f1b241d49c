package dev.stepwright.runtime;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells what is wrong with what executions of a machine and their tasks take and give, beyond what the machine itself makes sure of; for example that it
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

    /**
     * Returns what is wrong with what a Task state hands over: where, what was found, what is allowed. Empty if the task may be done.
     *
     * @param input the effective input; for {@code lambda:invoke} the payload
     * @return the cause of the task's failure, {@link dev.stepwright.runtime.task.TaskFailure#INVALID_INPUT}, but for the state's name
     */
    default Optional<String> taskInputProblem(String stateName, JsonNode input) {
        return Optional.empty();
    }

    /**
     * Returns what is wrong with what a task has given, whoever has done it: where, what was found, what is allowed. Empty if the state
     * may go on with it.
     *
     * @param output the result; for {@code lambda:invoke} the payload
     * @return the cause of the task's failure, {@link dev.stepwright.runtime.task.TaskFailure#INVALID_OUTPUT}, but for the state's name
     */
    default Optional<String> taskOutputProblem(String stateName, JsonNode output) {
        return Optional.empty();
    }
}
