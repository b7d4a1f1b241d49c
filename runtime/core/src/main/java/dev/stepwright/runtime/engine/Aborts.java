package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Stops what is not needed any more: branches, iterations, executions of Map Runs. */
final class Aborts {
    private final Activation activation;

    Aborts(Activation activation) {
        this.activation = activation;
    }

    /** Stops a group whose state has failed by itself. */
    void abandon(Group group) {
        all(group, group.owner.lastEvent);
        group.fail();
    }

    /** Stops all of a group that have not ended; for those that are no executions of their own, that follows from an event. */
    void all(Group group, long failure) {
        for (Frame frame : group.frames) {
            if (isOpen(frame)) {
                abort(frame, failure);
            }
        }
    }

    private static boolean isOpen(@Nullable Frame frame) {
        return frame != null && frame.mode != Frame.Mode.CLOSED;
    }

    private void abort(Frame frame, long failure) {
        if (frame.isExecution()) {
            execution(frame);
            return;
        }
        Group group = frame.group;
        if (group != null && group.isMap) {
            activation.events.record(
                    frame.lineage, failure, new Event.IterationAborted(group.owner.step.name(), frame.index));
        }
        if (frame.children != null) {
            all(frame.children, failure);
        }
        if (frame.isMapRunOpen()) {
            activation.events.record(frame.lineage, frame.lastEvent, new Event.MapRunAborted());
        }
        if (frame.mode != Frame.Mode.ENTER) {
            activation.events.record(frame.lineage, failure, new Event.StateAborted(frame.step.kind()));
        }
        release(frame);
    }

    private void execution(Frame child) {
        close(child);
        activation.events.record(child.lineage, 0, new Event.ExecutionAborted(null, null));
        child.lineage.ending = new Lineage.Ending(ExecutionStatus.ABORTED, activation.now, null);
    }

    /** Stops all executions of Map Runs that run somewhere in a frame; what else runs there is left as it is. */
    void executionsIn(Frame frame) {
        executionsIn(frame, this::executionsIn);
    }

    private void executionsIn(Frame frame, Consumer<Frame> others) {
        if (frame.children == null) {
            return;
        }
        for (Frame child : frame.children.frames) {
            if (isOpen(child) && child.isExecution()) {
                execution(child);
            } else if (isOpen(child)) {
                others.accept(child);
            }
        }
    }

    /** Nothing is done any more in an execution of a Map Run. Like the end of any execution, that is no event for what was open in it. */
    void close(Frame frame) {
        executionsIn(frame, this::close);
        if (frame.isExecution()) {
            if (frame.lineage.lastEvent == 0) {
                activation.executions.begun(frame); // its input has not been made
            }
            activation.cancel(frame.lineage.timeout);
            frame.lineage.timeout = null;
        }
        release(frame);
    }

    private void release(Frame frame) {
        if (frame.task != null) {
            activation.tasks.cancel(frame.task);
        }
        if (frame.call != null) {
            activation.calls.cancel(frame.call);
        }
        activation.cancel(frame.timer);
        frame.close();
        if (frame.mapRun != null && activation.state.journal != null) {
            activation.state.journal.ended(frame, ExecutionStatus.ABORTED, activation.now);
        }
    }
}
