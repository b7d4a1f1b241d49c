package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import java.util.Objects;

/**
 * Has an execution that has failed, timed out or was stopped go on from where it was: what has succeeded is kept, all else is done
 * again, with fresh retry counters.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">AWS: Restarting state machine executions with redrive</a>
 */
final class Redriving {
    private final Activation activation;

    Redriving(Activation activation) {
        this.activation = activation;
    }

    void begin() {
        ExecutionState state = activation.state;
        state.reopen();
        long from = redriven(state.lineage());
        again(Objects.requireNonNull(state.root, "an execution that can go on has kept where"), from);
    }

    private long redriven(Lineage lineage) {
        lineage.redriveCount++;
        lineage.redriveTime = activation.now;
        return activation.events.record(lineage, lineage.lastEvent, new Event.ExecutionRedriven(lineage.redriveCount));
    }

    private void again(Frame frame, long from) {
        OpenTimer timer = frame.timer;
        Group group = frame.children == null ? frame.failedChildren : frame.children;
        frame.close();
        frame.mode = frame.again;
        frame.lastEvent = from;
        frame.task = null;
        frame.timer = null;
        frame.call = null;
        frame.exitFrom = 0;
        frame.retryCount = 0;
        frame.attempts = null;
        if (group != null) {
            again(frame, group, from);
        } else if (timer != null && timer.purpose() == TimerPurpose.WAIT) {
            waitOn(frame, timer);
        } else {
            // AWS: a Fail is entered again, which is all that it does; others go on in the state that they have entered
            frame.mode = frame.step.kind() == StateKind.FAIL ? Frame.Mode.ENTER : frame.mode;
            activation.state.ready.add(frame);
        }
    }

    /** What is left is waited for. */
    private void waitOn(Frame frame, OpenTimer timer) {
        if (timer.start().due().isAfter(activation.now)) {
            frame.mode = Frame.Mode.BLOCKED;
            frame.timer = activation.startTimer(timer.start().due(), TimerPurpose.WAIT, frame, null);
        } else {
            frame.mode = Frame.Mode.FINISH;
            activation.state.ready.add(frame);
        }
    }

    private void again(Frame owner, Group group, long from) {
        owner.hasTaskFailureEvent = false;
        owner.hasFailedChild = false;
        owner.failedChildren = null;
        owner.children = group;
        if (group.isDistributed) {
            owner.mode = Frame.Mode.WORK; // it is the Map's turn to redrive its run
            activation.state.ready.add(owner);
            return;
        }
        owner.mode = Frame.Mode.BLOCKED;
        iterations(group, from);
        activation.groups.restart(group);
    }

    private void iterations(Group group, long from) {
        group.running = 0;
        for (Frame child : group.frames) {
            if (child != null) {
                group.running++;
                again(child, from);
            }
        }
    }

    /** An execution of a Map Run goes on, since it is its turn. */
    void again(Frame child) {
        child.lineage.ending = null;
        if (activation.state.journal != null) {
            activation.state.journal.childRedriven(child);
        }
        again(child, redriven(child.lineage));
    }
}
