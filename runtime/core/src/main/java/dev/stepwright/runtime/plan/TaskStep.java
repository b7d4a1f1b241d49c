package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;

/**
 * A Task state.
 */
public record TaskStep(String name, Flow flow, TaskResource resource, TaskTerms terms, Recovery recovery, int next)
        implements Recoverable {
    @Override
    public StateKind kind() {
        return StateKind.TASK;
    }

    @Override
    public <A> void accept(StepVisitor<A> visitor, A argument) {
        visitor.task(this, argument);
    }
}
