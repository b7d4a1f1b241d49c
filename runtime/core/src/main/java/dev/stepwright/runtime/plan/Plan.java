package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.task.TaskRunner;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A definition that is ready to run.
 *
 * @param timeoutSeconds the machine's {@code TimeoutSeconds}, or null
 * @param taskCheck refuses tasks by their parameters before they are scheduled
 * @param outputProblem what is wrong with the output of an execution, which then fails with {@link #INVALID_OUTPUT}; empty for what is right
 */
public record Plan(
        ScopePlan root,
        @Nullable Long timeoutSeconds,
        TaskRunner.Check taskCheck,
        Function<JsonNode, Optional<String>> outputProblem) {
    /** The error of an execution that ends with an output that is refused. */
    public static final String INVALID_OUTPUT = "Stepwright.InvalidOutput";

    /** Returns a plan that takes any parameters and any output. */
    public Plan(ScopePlan root, @Nullable Long timeoutSeconds) {
        this(root, timeoutSeconds, task -> {}, output -> Optional.empty());
    }

    /** Returns this plan with the outputs of executions looked at. */
    public Plan with(Function<JsonNode, Optional<String>> otherOutputProblem) {
        return new Plan(root, timeoutSeconds, taskCheck, otherOutputProblem);
    }

    /** Returns this plan with the parameters of tasks looked at. */
    public Plan asking(TaskRunner.Check otherTaskCheck) {
        return new Plan(root, timeoutSeconds, otherTaskCheck, outputProblem);
    }
}
