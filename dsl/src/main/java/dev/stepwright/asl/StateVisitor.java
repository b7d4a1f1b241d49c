package dev.stepwright.asl;

/** One method for each kind of state, so that the compiler lists the kinds once for each phase of the work. */
public interface StateVisitor<R> {
    R task(TaskState state);

    R parallel(ParallelState state);

    R map(MapState state);

    R pass(PassState state);

    R waiting(WaitState state);

    R choice(ChoiceState state);

    R succeed(SucceedState state);

    R fail(FailState state);

    R unknown(UnknownState state);
}
