package dev.stepwright.types.flow;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateVisitor;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.UnknownState;
import dev.stepwright.asl.WaitState;
import dev.stepwright.types.lattice.Value;

/** Picks what a state does to its data by its kind and its language. */
final class Transfer implements StateVisitor<Boolean> {
    private final Visit visit;
    private final StateData data;

    private Transfer(Visit visit) {
        this.visit = visit;
        this.data =
                visit.node().language() == QueryLanguage.JSONPATH ? new JsonPathData(visit) : new JsonataData(visit);
    }

    /** Computes what leaves a state and hands it on. */
    static void of(Visit visit) {
        visit.node().state().accept(new Transfer(visit));
    }

    @Override
    public Boolean task(TaskState state) {
        return TaskFlow.of(visit, data, state);
    }

    @Override
    public Boolean parallel(ParallelState state) {
        return ParallelFlow.of(visit, data);
    }

    @Override
    public Boolean map(MapState state) {
        return MapFlow.of(visit, data, state);
    }

    @Override
    public Boolean pass(PassState state) {
        data.leave(data.passed());
        return true;
    }

    @Override
    public Boolean waiting(WaitState state) {
        data.times();
        data.leaveUnchanged();
        return true;
    }

    @Override
    public Boolean choice(ChoiceState state) {
        data.choose(state);
        return true;
    }

    @Override
    public Boolean succeed(SucceedState state) {
        data.succeed();
        return true;
    }

    @Override
    public Boolean fail(FailState state) {
        data.fail();
        return true;
    }

    /** What a state of an unknown kind does is not known; it is refused elsewhere. */
    @Override
    public Boolean unknown(UnknownState state) {
        visit.leave(Value.ANY, visit.entry().variables());
        return false;
    }
}
