package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.Plan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the execution as a whole comes to its end. */
final class Completing {
    private static final Command COMPLETE = new Command.CompleteExecution();

    private final Activation activation;

    Completing(Activation activation) {
        this.activation = activation;
    }

    /** Ends the execution with an output, or fails it if the machine's check refuses that. Nothing is left that could catch the error. */
    void succeed(Frame frame, JsonNode output) {
        String problem = activation.state.outputProblem(output).orElse(null);
        if (problem != null) {
            fail(frame.lastEvent, ExecutionError.of(Plan.INVALID_OUTPUT, problem));
            return;
        }
        end(frame.lastEvent, new Event.ExecutionSucceeded(output), ExecutionStatus.SUCCEEDED, output, null);
    }

    void fail(long previous, ExecutionError error) {
        end(previous, new Event.ExecutionFailed(error.error(), error.cause()), ExecutionStatus.FAILED, null, error);
    }

    /** Ends the execution: nothing is waited for any longer. */
    void end(
            long previous,
            Event event,
            ExecutionStatus status,
            @Nullable JsonNode output,
            @Nullable ExecutionError error) {
        ExecutionState state = activation.state;
        if (status == ExecutionStatus.SUCCEEDED) {
            state.root = null;
        } else if (state.root != null) {
            activation.aborts.executionsIn(state.root);
        }
        activation.events.record(state.lineage(), previous, event);
        state.tasks.values().forEach(task -> activation.command(new Command.CancelTask(task.id)));
        state.timers.values().forEach(timer -> activation.command(new Command.CancelTimer(timer.id())));
        state.calls.values().forEach(call -> activation.command(new Command.CancelTask(call.id())));
        state.tasks.clear();
        state.calls.clear();
        state.timers.clear();
        activation.tasks.forget();
        if (state.journal != null) {
            state.journal.allEnded(activation.now);
        }
        state.close(status, activation.now, output, error);
        activation.command(COMPLETE);
    }
}
