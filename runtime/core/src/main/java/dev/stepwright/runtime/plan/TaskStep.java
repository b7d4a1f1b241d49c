package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;

/**
 * A Task state.
 *
 * @param isJsonata the language of the state
 */
public record TaskStep(
        String name,
        boolean isJsonata,
        Flow flow,
        TaskResource resource,
        TaskTerms terms,
        ErrorHandling errorHandling,
        int next)
        implements HandlesErrors {
    @Override
    public StateKind kind() {
        return StateKind.TASK;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.task(this, argument);
    }
}
