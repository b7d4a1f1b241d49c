package dev.stepwright.types.flow;

import dev.stepwright.asl.TaskState;
import dev.stepwright.types.lattice.Value;

/** Task: its result comes from outside, in the shape that its service documents. */
final class TaskFlow {
    private TaskFlow() {}

    static boolean of(Visit visit, StateData data, TaskState state) {
        Value arguments = data.arguments();
        data.times();
        Value result = visit.outside().result(visit.node(), state);
        visit.recorder().task(visit.node(), arguments, result);
        data.leave(result);
        data.leaveByCatch();
        return true;
    }
}
