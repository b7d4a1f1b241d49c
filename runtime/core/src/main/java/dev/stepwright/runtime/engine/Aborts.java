package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;

/** Stops branches and iterations whose state does not need them any more. */
final class Aborts {
    private final Activation activation;

    Aborts(Activation activation) {
        this.activation = activation;
    }

    /** Stops a group whose state has failed by itself. */
    void abandon(Group group) {
        all(group, group.owner.lastEvent);
        if (group.isDistributed && activation.state.journal != null) {
            activation.state.journal.ended(group.owner, ExecutionStatus.FAILED, activation.now);
        }
        group.fail();
    }

    /** Stops all of a group that have not ended; that follows from an event. */
    void all(Group group, long failure) {
        for (Frame frame : group.frames) {
            if (frame != null && frame.mode != Frame.Mode.CLOSED) {
                abort(frame, failure);
            }
        }
    }

    /** Stops a frame wherever it is. */
    private void abort(Frame frame, long failure) {
        Group group = frame.group;
        if (group != null && group.isMap) {
            activation.record(frame.lineage, failure, new Event.IterationAborted(group.owner.step.name(), frame.index));
        }
        if (frame.children != null) {
            all(frame.children, failure);
        }
        if (frame.mode != Frame.Mode.ENTER) {
            activation.record(frame.lineage, failure, new Event.StateAborted(frame.step.kind()));
        }
        if (frame.task != null) {
            activation.tasks.cancel(frame.task);
        }
        if (frame.call != null) {
            activation.calls.cancel(frame.call);
        }
        activation.cancel(frame.timer);
        frame.close();
        if (activation.state.journal != null) {
            tell(frame, activation.state.journal);
        }
    }

    private void tell(Frame frame, MapRunJournal journal) {
        if (frame.group != null && frame.group.isDistributed) {
            journal.childEnded(frame, ExecutionStatus.ABORTED, activation.now, null, null);
        }
        if (frame.mapRunArn != null) {
            journal.ended(frame, ExecutionStatus.ABORTED, activation.now);
        }
    }
}
