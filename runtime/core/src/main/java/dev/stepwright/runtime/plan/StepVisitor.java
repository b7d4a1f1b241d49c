package dev.stepwright.runtime.plan;

/** One method for each kind of state. */
public interface StepVisitor<A, R> {
    R task(TaskStep step, A argument);

    R parallel(ParallelStep step, A argument);

    R map(MapStep step, A argument);

    R pass(PassStep step, A argument);

    R waiting(WaitStep step, A argument);

    R choice(ChoiceStep step, A argument);

    R succeed(SucceedStep step, A argument);

    R fail(FailStep step, A argument);
}
