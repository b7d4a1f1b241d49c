package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.plan.CatchPlan;
import dev.stepwright.runtime.plan.HandlesErrors;
import dev.stepwright.runtime.plan.RetryPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a state fails: a retry, a catch, the failure of the state around it, the end of the execution.
 *
 * @see <a href="https://states-language.net/spec.html#errors">ASL: Errors</a>
 */
final class Failing {
    private static final String QUERY_EVALUATION = "States.QueryEvaluationError";

    private final Activation activation;

    Failing(Activation activation) {
        this.activation = activation;
    }

    /** An expression of the frame's state has no value. */
    void evaluationFailed(Frame frame, EvaluationFailure failure) {
        long previous = frame.lastEvent;
        if (previous == frame.enteredEvent && frame.step.kind() != StateKind.WAIT) {
            previous = frame.eventBefore; // AWS looks past the event of entering, but not in a Wait
        }
        failed(frame, recorded(frame, failure, previous));
    }

    /** Returns the error that a failed evaluation is, after recording it if it is one that AWS records. */
    private ExecutionError recorded(Frame frame, EvaluationFailure failure, long previous) {
        if (failure.error().equals(ExecutionError.REFERENCE_PATH_CONFLICT)) { // AWS: this alone does not tell the state
            return ExecutionError.of(failure.error(), failure.detail()).withAlias("States.ResultPathMatchFailure");
        }
        String cause = ExecutionError.cause(prefix(frame) + failure.detail());
        if (failure.error().equals(QUERY_EVALUATION)) {
            frame.lastEvent = activation.events.record(
                    frame.lineage,
                    previous,
                    new Event.EvaluationFailed(failure.error(), cause, failure.location(), frame.step.name()));
        }
        return ExecutionError.of(failure.error(), cause);
    }

    /** Returns a States.Runtime error of the frame's state, which ends the execution. */
    ExecutionError runtime(Frame frame, String detail) {
        return ExecutionError.of(ExecutionError.RUNTIME, prefix(frame) + detail);
    }

    /** Returns how causes of errors begin that a visit of a state ends with. */
    static String prefix(Frame frame) {
        return "An error occurred while executing the state '" + frame.step.name() + "' (entered at the event id #"
                + frame.enteredEvent + "). ";
    }

    /** The frame's state has failed. Goes outwards, state by state, until one recovers or the execution ends. */
    void failed(Frame failing, ExecutionError first) {
        Frame frame = failing;
        ExecutionError error = first;
        failing.again = afterFailure(failing, first);
        failing.mode = Frame.Mode.BLOCKED;
        if (failing.mapRun != null) {
            mapRunFailed(failing, first);
        }
        failing.exitFrom = 0; // what leads out of the state now is its failure
        while (true) {
            ExecutionError left = error.isTerminal() ? error : recover(frame, error);
            if (left == null) {
                return;
            }
            frame = left.isTerminal() ? root(frame) : frame;
            frame.mode = Frame.Mode.CLOSED;
            Group group = frame.group;
            if (group == null) {
                activation.completing.fail(frame.lastEvent, left);
                return;
            }
            ExecutionError outer = childFailed(group, frame, left);
            if (outer == null) {
                return;
            }
            frame = group.owner;
            error = outer;
        }
    }

    /** A Parallel or Map that fails only after its branches or iterations have done all their work need not have it done again. */
    private static Frame.Mode afterFailure(Frame frame, ExecutionError error) {
        StateKind kind = frame.step.kind();
        boolean hasChildren = kind == StateKind.MAP || kind == StateKind.PARALLEL;
        boolean isRunAnew = frame.mapRun != null && isRunAnew(error);
        boolean isKept =
                frame.mode == Frame.Mode.FINISH && !ExecutionError.DATA_LIMIT.equals(error.error()) && !isRunAnew;
        return hasChildren && isKept ? Frame.Mode.FINISH : Frame.Mode.WORK;
    }

    /** AWS: after these errors a redrive does not go on with the Map Run, but starts another. */
    private static boolean isRunAnew(ExecutionError error) {
        return ExecutionError.DATA_LIMIT.equals(error.error()) || ExecutionError.RUNTIME.equals(error.error());
    }

    private void mapRunFailed(Frame map, ExecutionError error) {
        if (activation.state.journal != null) {
            activation.state.journal.ended(map, ExecutionStatus.FAILED, activation.now);
        }
        if (isRunAnew(error)) {
            map.mapRun = null;
            map.children = null;
            map.failedChildren = null;
        }
    }

    /** Returns the frame with which the execution of this one began; what ends it follows from this frame's last event. */
    private static Frame root(Frame frame) {
        Frame root = frame;
        while (root.group != null && !root.group.isDistributed) {
            root = root.group.owner;
        }
        root.lastEvent = frame.lastEvent;
        return root;
    }

    private @Nullable ExecutionError childFailed(Group group, Frame child, ExecutionError error) {
        if (group.isDistributed) {
            return activation.executions.failed(child, error);
        }
        activation.groups.failed(group, child);
        return group.isMap ? error : error.withAlias("States.BranchFailed");
    }

    /** Retries or catches. Returns null if that was possible, else the error with which the state fails. */
    private @Nullable ExecutionError recover(Frame frame, ExecutionError error) {
        if (!(frame.step instanceof HandlesErrors step)) {
            return error;
        }
        if (retries(frame, step.errorHandling().retries(), error)) {
            return null;
        }
        long failure = frame.lastEvent;
        recordStateFailed(frame);
        for (CatchPlan rule : step.errorHandling().catches()) {
            if (error.isOf(rule.errors())) {
                return caught(frame, rule, error, failure);
            }
        }
        return error;
    }

    /** The first rule that matches decides; once it has no attempt left, later rules are not asked. */
    private boolean retries(Frame frame, List<RetryPlan> rules, ExecutionError error) {
        for (int i = 0; i < rules.size(); i++) {
            RetryPlan rule = rules.get(i);
            if (error.isOf(rule.errors())) {
                int[] attempts = frame.attempts == null ? new int[rules.size()] : frame.attempts;
                frame.attempts = attempts;
                if (attempts[i] >= rule.maxAttempts()) {
                    return false;
                }
                Duration delay = jittered(rule, rule.delayAfter(attempts[i]));
                attempts[i]++;
                frame.retryCount++;
                frame.mode = Frame.Mode.BLOCKED;
                frame.again = Frame.Mode.WORK;
                frame.failedChildren = null;
                frame.mapRun = null;
                frame.timer =
                        activation.startTimer(activation.now.plus(delay), TimerPurpose.RETRY, frame, error.error());
                return true;
            }
        }
        return false;
    }

    private Duration jittered(RetryPlan rule, Duration delay) {
        return rule.fullJitter()
                ? Duration.ofMillis(
                        Math.round(delay.toMillis() * activation.chance().nextDouble()))
                : delay;
    }

    /** AWS: a Map tells every failure, a Parallel those of its branches. */
    private void recordStateFailed(Frame frame) {
        StateKind kind = frame.step.kind();
        if (kind == StateKind.MAP || kind == StateKind.PARALLEL && frame.hasFailedChild) {
            activation.events.record(frame, new Event.StateFailed(kind));
        }
    }

    private @Nullable ExecutionError caught(Frame frame, CatchPlan rule, ExecutionError error, long failure) {
        Bindings bindings = activation.bindings(frame).withErrorOutput(error.output());
        try {
            activation.leaving.leave(frame, rule.flow(), rule.next(), bindings, error.output());
        } catch (EvaluationFailure e) {
            ExecutionError failed = recorded(frame, e, failure);
            if (!failed.isTerminal()) {
                recordStateFailed(frame);
            }
            return failed;
        }
        if (frame.mode != Frame.Mode.CLOSED) {
            activation.state.ready.add(frame);
        }
        return null;
    }
}
