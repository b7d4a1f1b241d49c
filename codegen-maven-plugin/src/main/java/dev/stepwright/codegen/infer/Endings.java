package dev.stepwright.codegen.infer;

import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.Transition;
import dev.stepwright.codegen.generate.Machine;
import java.util.Collection;
import java.util.stream.Stream;

/** The states with whose results executions of a machine end: those before a Succeed state in place of that. */
record Endings(Machine machine) {
    /** Returns whether executions end with a task that makes this call, whichever way they go. */
    boolean areAllOf(ServiceCall call) {
        return states().stream()
                .filter(state -> state instanceof SucceedState || state.isEnd())
                .filter(state -> !(state instanceof FailState))
                .flatMap(this::givers)
                .allMatch(state ->
                        state instanceof TaskState task && ServiceCall.of(task).equals(call));
    }

    private Stream<State> givers(State end) {
        return end instanceof SucceedState
                ? states().stream()
                        .filter(state -> Transition.of(state).stream()
                                .anyMatch(transition -> transition.target().equals(end.name())))
                : Stream.of(end);
    }

    private Collection<State> states() {
        return machine.document().definition().states().values();
    }
}
