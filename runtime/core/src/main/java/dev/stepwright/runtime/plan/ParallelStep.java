package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;
import java.util.List;

/**
 * A Parallel state.
 */
public record ParallelStep(String name, Flow flow, List<ScopePlan> branches, ErrorHandling errorHandling, int next)
        implements HandlesErrors {
    @Override
    public StateKind kind() {
        return StateKind.PARALLEL;
    }

    @Override
    public <A, R> R accept(StepVisitor<A, R> visitor, A argument) {
        return visitor.parallel(this, argument);
    }
}
