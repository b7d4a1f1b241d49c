package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what follows from what has happened: the semantics of the Amazon States Language as AWS runs it. */
public final class Decider {
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);

    private final Activation activation;
    private final ExecutionState state;

    Decider(ExecutionState state) {
        this.state = state;
        this.activation = new Activation(state);
    }

    /**
     * Advances an execution by one stimulus.
     *
     * <p>Deterministic: the same state and stimulus give the same decision. An error in the engine itself ends the execution with States.Runtime and is
     * logged; only OutOfMemoryError is thrown, which tells nothing of this execution, and the state is of no use then. A stimulus that comes too late, for a task or timer that is no longer open or an
     * execution that has ended, changes nothing; {@link Stimulus.Redriven} changes nothing but where an execution has failed.
     *
     * @param state advanced in place; nobody else may use it meanwhile
     */
    public static Decision decide(ExecutionState state, Stimulus stimulus) {
        if (!state.isRunning() && !(stimulus instanceof Stimulus.Redriven && state.hasFailed())) {
            return Decision.NOTHING;
        }
        state.stimuli++;
        Decider decider = state.decider();
        decider.activation.begin(stimulus.now());
        try {
            decider.apply(stimulus);
        } catch (ExecutionOver e) {
            LOG.debug("{}: {}", state.identity().arn(), e.getMessage());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            decider.breakOff(stimulus, e);
        }
        return decider.activation.decision();
    }

    /**
     * Decides again as it was decided before: whatever the checks of the output and of the parameters of tasks would say now, what they have said
     * then counts.
     *
     * @param error with which the execution ended then; null if it went on, or ended without
     * @param refusals those of the decision; null if they are not known: tasks of Map Runs are checked again then
     */
    public static Decision decideAgain(
            ExecutionState state,
            Stimulus stimulus,
            @Nullable String error,
            @Nullable String cause,
            @Nullable Map<Long, String> refusals) {
        state.precedent = new Precedent(error, cause, refusals);
        try {
            return decide(state, stimulus);
        } finally {
            state.precedent = null;
        }
    }

    private void apply(Stimulus stimulus) {
        try {
            take(stimulus);
        } catch (ExecutionOver e) {
            activation.passOn(e);
        }
        if (state.isRunning()) {
            activation.turns.run();
        }
        boolean isBeginning = stimulus instanceof Stimulus.Started || stimulus instanceof Stimulus.Redriven;
        if (isBeginning && state.isRunning()) {
            activation.startTimer(timeLimit(stimulus.now()), TimerPurpose.EXECUTION_TIMEOUT, null, null);
        }
    }

    private void take(Stimulus stimulus) {
        if (stimulus instanceof Stimulus.Started started) {
            start(started);
        } else if (stimulus instanceof Stimulus.TimerFired fired) {
            OpenTimer timer = state.timers.remove(fired.timerId());
            if (timer != null) {
                fire(timer);
            }
        } else if (stimulus instanceof Stimulus.Stopped stopped) {
            activation.completing.end(
                    0,
                    new Event.ExecutionAborted(stopped.error(), stopped.cause()),
                    ExecutionStatus.ABORTED,
                    null,
                    ExecutionError.of(stopped.error(), stopped.cause()));
        } else if (stimulus instanceof Stimulus.Redriven) {
            activation.redriving.begin();
        } else if (stimulus instanceof Stimulus.MapRunUpdated update) {
            new MapWork(activation).update(update.mapRunArn(), update.terms());
        } else if (stimulus instanceof Stimulus.ChildStopped stopped) {
            stop(stopped);
        } else if (stimulus instanceof Stimulus.OfTask report) {
            apply(report);
        }
    }

    private void stop(Stimulus.ChildStopped stopped) {
        Frame child = OpenFrames.execution(state.root, stopped.executionArn());
        if (child != null) {
            activation.executions.stopped(child, stopped.error(), stopped.cause());
        }
    }

    private void start(Stimulus.Started started) {
        Lineage lineage = new Lineage(state, state.identity, started.input());
        state.lineage = lineage;
        state.seed = new ExecutionSeed(started.seed());
        state.inputText = started.inputText();
        activation.events.record(
                lineage,
                0,
                new Event.ExecutionStarted(
                        started.input(),
                        started.inputText(),
                        state.identity.roleArn(),
                        state.identity.versionArn(),
                        state.identity.aliasArn()));
        Frame root = new Frame(state.plan.root(), lineage, null, 0, started.input(), 0);
        state.root = root;
        state.ready.add(root);
    }

    /** The machine's own limit begins anew with a redrive, that of the service does not. */
    private Instant timeLimit(Instant beginning) {
        Duration longest = state.limits.executionTime();
        Instant limit = state.identity.startTime().plus(longest);
        Long seconds = state.plan.timeoutSeconds();
        if (seconds == null || seconds >= longest.toSeconds()) {
            return limit;
        }
        Instant from = state.redriveCount() == 0 ? state.identity.startTime() : beginning;
        Instant own = from.plusSeconds(seconds);
        return own.isBefore(limit) ? own : limit;
    }

    private void fire(OpenTimer timer) {
        Frame frame = timer.frame();
        if (frame == null) {
            activation.completing.end(0, new Event.ExecutionTimedOut(), ExecutionStatus.TIMED_OUT, null, null);
            return;
        }
        OpenTask task = frame.task;
        switch (timer.purpose()) {
            case WAIT -> wake(frame, Frame.Mode.FINISH);
            case RETRY -> wake(frame, Frame.Mode.WORK);
            case TASK_TIMEOUT -> {
                if (task != null) {
                    activation.tasks.timedOut(task, ExecutionError.timeout());
                }
            }
            case HEARTBEAT -> {
                if (task != null) {
                    activation.tasks.timedOut(task, ExecutionError.heartbeatTimeout());
                }
            }
            case EXECUTION_TIMEOUT -> activation.executions.timedOut(frame);
        }
    }

    private void wake(Frame frame, Frame.Mode mode) {
        frame.timer = null;
        frame.mode = mode;
        state.ready.add(frame);
    }

    private void apply(Stimulus.OfTask report) {
        OpenTask task = state.tasks.get(report.taskId());
        if (task != null) {
            apply(report, task);
            return;
        }
        OpenCall call = state.calls.get(report.taskId());
        if (call != null) {
            apply(report, call);
        }
    }

    private void apply(Stimulus.OfTask report, OpenTask task) {
        Tasks tasks = activation.tasks;
        if (report instanceof Stimulus.TaskSucceeded s) {
            tasks.succeeded(task, s.result());
        } else if (report instanceof Stimulus.TaskFailed s) {
            tasks.failed(task, ExecutionError.of(s.error(), s.cause()));
        } else if (report instanceof Stimulus.RunnerFailed s) {
            tasks.runnerFailed(task, ExecutionError.of(s.error(), s.cause()));
        } else if (report instanceof Stimulus.TaskSubmitted s) {
            tasks.submitted(task, s.response());
        } else if (report instanceof Stimulus.TaskStarted s) {
            tasks.started(task, s.worker());
        } else if (report instanceof Stimulus.TaskHeartbeat) {
            tasks.heartbeat(task);
        } else if (report instanceof Stimulus.TaskAccepted) {
            tasks.schedule(task);
        } else if (report instanceof Stimulus.TaskRefused s) {
            tasks.refused(task, s.detail());
        }
    }

    private void apply(Stimulus.OfTask report, OpenCall call) {
        if (report instanceof Stimulus.TaskSucceeded s) {
            activation.calls.succeeded(call, s.result());
        } else if (report instanceof Stimulus.TaskFailed s) {
            activation.calls.failed(call, s.cause() == null ? s.error() : s.cause());
        } else if (report instanceof Stimulus.RunnerFailed s) {
            activation.calls.failed(call, s.cause() == null ? s.error() : s.cause());
        }
    }

    /** An error of our own must not leave an execution hanging. */
    private void breakOff(Stimulus stimulus, Throwable thrown) {
        LOG.error(
                "{} ends with an internal error on {}",
                state.identity().arn(),
                stimulus.getClass().getSimpleName(),
                thrown);
        if (!state.isRunning()) {
            return;
        }
        String cause = "An internal error of the engine has ended the execution: " + thrown;
        long last = state.lineage == null ? 0 : state.lineage.lastEvent;
        activation.completing.fail(last, ExecutionError.of(ExecutionError.RUNTIME, cause));
    }
}
