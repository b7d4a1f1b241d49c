package dev.stepwright.runtime.plan;

/** One method for each kind of state. */
public interface StepVisitor<A> {
    void task(TaskStep step, A argument);

    void parallel(ParallelStep step, A argument);

    void map(MapStep step, A argument);

    void pass(PassStep step, A argument);

    void waiting(WaitStep step, A argument);

    void choice(ChoiceStep step, A argument);

    void succeed(SucceedStep step, A argument);

    void fail(FailStep step, A argument);
}
