package dev.stepwright.runtime;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.engine.TimerPurpose;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What one execution has going on outside: tasks that have been handed over, timers that have been set. */
final class OpenWork {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWork.class);

    private final Host host;
    private final Machine machine;
    private final ExecutionCell cell;
    private final Alarms alarms;

    /** Made with the first task that does not end at once; read by those who bring back tokens. */
    private volatile @Nullable Map<Long, RunningTask> tasks;

    OpenWork(Host host, Machine machine, ExecutionCell cell) {
        this.host = host;
        this.machine = machine;
        this.cell = cell;
        this.alarms = new Alarms(host, cell);
    }

    /** Carries out a command; completing the execution is not among them. Called by the execution's loop only. */
    void carryOut(Command command, Instant now) {
        if (command instanceof Command.ScheduleTask c) {
            start(c.request());
        } else if (command instanceof Command.ReadObject c) {
            read(open(c.request()), c);
        } else if (command instanceof Command.ReadObjects c) {
            read(open(c.request()), c);
        } else if (command instanceof Command.StartTimer c) {
            alarms.start(c, now);
        } else if (command instanceof Command.CancelTimer c) {
            alarms.cancel(c.timerId());
        } else if (command instanceof Command.CancelTask c) {
            RunningTask task = tasks == null ? null : tasks.remove(c.taskId());
            if (task != null) {
                task.cancel();
            }
        } else if (command instanceof Command.CheckActivity c) {
            check(c.request());
        } else if (command instanceof Command.Continue) {
            cell.tell(Stimulus.Resumed::new);
        }
    }

    /** A task that was open when the engine stopped: from here on its token holds. */
    void reopen(Command command) {
        if (command instanceof Command.ScheduleTask c) {
            open(c.request());
        } else if (command instanceof Command.ReadObject c) {
            open(c.request());
        } else if (command instanceof Command.ReadObjects c) {
            open(c.request());
        } else if (command instanceof Command.ResumeTask c) {
            open(c.request());
        }
    }

    private RunningTask open(TaskRequest request) {
        RunningTask task = new RunningTask(cell, request, false, machine.check());
        tasks().put(request.taskId(), task);
        return task;
    }

    /** A task may have been ended by its token already; one that must not be done twice is not handed over again. */
    void carryOutAgain(Command command, Instant now) {
        if (command instanceof Command.ScheduleTask c) {
            RunningTask task = task(c.request().taskId());
            if (task != null && machine.mayRepeat(c.request())) {
                start(task, c.request(), null);
            } else if (task != null) {
                task.failed(
                        TaskFailure.INTERRUPTED,
                        "The engine stopped while the task \"" + c.request().stateName()
                                + "\" was being done; it may have been done or not, and it is not to be done twice.");
            }
        } else if (command instanceof Command.ReadObject c) {
            RunningTask task = task(c.request().taskId());
            if (task != null) {
                read(task, c);
            }
        } else if (command instanceof Command.ReadObjects c) {
            RunningTask task = task(c.request().taskId());
            if (task != null) {
                read(task, c);
            }
        } else if (command instanceof Command.ResumeTask c) {
            RunningTask task = task(c.request().taskId());
            if (task != null) {
                start(task, c.request(), c.submission());
            }
        } else {
            carryOut(command, now);
        }
    }

    /** The timers that have been started so far begin to run. */
    void setAlarms() {
        alarms.set();
    }

    /** An activity need not exist where something else does its task, a handler bound to the state for example. */
    private void check(TaskRequest request) {
        String activity = request.resource().text();
        boolean isDone = host.activities.exists(activity) || machine.runnerOf(request) != host.activities.runner();
        cell.tell(now -> isDone
                ? new Stimulus.TaskAccepted(now, request.taskId())
                : new Stimulus.TaskRefused(now, request.taskId(), "The activity " + activity + " does not exist."));
    }

    /** Returns whether somebody outside hears of what a decision asks for. */
    boolean isHeardOutside(Decision decision) {
        for (Command command : decision.commands()) {
            boolean isInside = command instanceof Command.CancelTimer
                    || command instanceof Command.StartTimer timer && timer.purpose() == TimerPurpose.TASK_TIMEOUT
                    || command instanceof Command.ScheduleTask task && isComputed(task.request());
            if (!isInside) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a task is only computed, on the thread of the engine, and may be computed again. */
    private boolean isComputed(TaskRequest request) {
        return cell.mayWriteLater()
                && request.token() == null
                && request.resource().pattern() == TaskResource.Completion.RESPONSE
                && machine.handlers().isInline(request)
                && machine.mayRepeat(request);
    }

    private void start(TaskRequest request) {
        RunningTask task = new RunningTask(cell, request, isComputed(request), machine.check());
        task.isStarting(true);
        if (request.token() != null) {
            tasks().put(request.taskId(), task); // the token may come back before the call that starts the task returns
        }
        start(task, request, null);
        task.isStarting(false);
        if (request.token() == null && !task.hasEnded()) {
            tasks().put(request.taskId(), task);
            if (task.hasEnded()) {
                ended(request.taskId()); // between the two lines above
            }
        }
    }

    /** Hands a task over, or, with what its call has answered, goes on waiting for it. */
    private void start(RunningTask task, TaskRequest request, @Nullable JsonNode submission) {
        if (!host.isOpen()) {
            return; // it is outstanding in the store, for the engine after this one
        }
        String refusal = submission == null ? task.refusal() : null;
        if (refusal != null) {
            task.failed(TaskFailure.INVALID_INPUT, refusal);
            return;
        }
        handOver(request, submission, task, task);
    }

    private void read(RunningTask task, Command.ReadObject command) {
        if (!host.isOpen()) {
            return;
        }
        String refusal = task.refusal();
        if (refusal != null) {
            task.failed(TaskFailure.INVALID_INPUT, refusal);
            return;
        }
        String key = command.request().input().path("Key").asString("");
        handOver(
                command.request(),
                null,
                task,
                new OneReading(
                        task,
                        answer -> task.succeeded(Unpacked.of(key, command.format(), command.mostItems(), answer))));
    }

    private void read(RunningTask task, Command.ReadObjects command) {
        if (host.isOpen()) {
            new ObjectsReading(command, task, (request, reader) -> readOne(task, request, reader)).begin();
        }
    }

    /** Whoever is not cancelled by being told to be may still answer: nothing more is read after the task has ended. */
    private void readOne(RunningTask task, TaskRequest request, TaskCompletion reader) {
        if (!task.hasEnded()) {
            handOver(request, null, task, reader);
        }
    }

    /**
     * Hands work of a task over.
     *
     * @param completion what is told of the work
     */
    private void handOver(
            TaskRequest request, @Nullable JsonNode submission, RunningTask task, TaskCompletion completion) {
        try {
            task.onCancel(handOver(request, submission, completion));
        } catch (RuntimeException e) {
            if (!host.isOpen()) {
                return; // nothing may begin any more: it is outstanding in the store
            }
            LOG.error(
                    "{}: the task {} could not be started",
                    request.executionArn(),
                    JsonText.quote(request.stateName()),
                    e);
            task.failed("States.Runtime", "The task \"" + request.stateName() + "\" could not be started: " + e);
        }
    }

    /** What was submitted goes on, even if it may not begin any more. */
    private Runnable handOver(TaskRequest request, @Nullable JsonNode submission, TaskCompletion completion) {
        if (submission == null) {
            return begin(request, completion);
        }
        TaskRunner runner = machine.runnerOf(request);
        return runner == null ? unbound(request, completion) : runner.resume(request, submission, completion);
    }

    private Runnable begin(TaskRequest request, TaskCompletion completion) {
        try {
            host.config.permission().check(request);
        } catch (TaskFailure refused) {
            completion.failed(refused.error(), refused.causeText());
            return () -> {};
        }
        Runnable own = machine.handlers().startIfBound(request, completion);
        if (own != null) {
            return own;
        }
        TaskRunner runner = machine.runnerOf(request);
        return runner == null ? unbound(request, completion) : runner.start(request, completion);
    }

    private Runnable unbound(TaskRequest request, TaskCompletion completion) {
        Unbound.answer(request, completion, machine, host.config);
        return () -> {};
    }

    private Map<Long, RunningTask> tasks() {
        Map<Long, RunningTask> all = tasks;
        if (all == null) {
            all = new ConcurrentHashMap<>(2);
            tasks = all;
        }
        return all;
    }

    @Nullable
    RunningTask task(long taskId) {
        Map<Long, RunningTask> all = tasks;
        return all == null ? null : all.get(taskId);
    }

    /** Returns the tokens that somebody may send back, in the order in which their tasks were scheduled. */
    List<OpenToken> tokens() {
        Map<Long, RunningTask> all = tasks;
        if (all == null) {
            return List.of();
        }
        return all.values().stream()
                .map(RunningTask::request)
                .filter(request -> request.resource().pattern() == TaskResource.Completion.CALLBACK)
                .sorted(Comparator.comparingLong(TaskRequest::taskId))
                .map(OpenToken::of)
                .toList();
    }

    void ended(long taskId) {
        Map<Long, RunningTask> all = tasks;
        if (all != null) {
            all.remove(taskId);
        }
    }

    /** The execution is let go: what was handed over goes on, and is handed over again when the execution is taken up. */
    void forget() {
        alarms.forget();
        Map<Long, RunningTask> all = tasks;
        if (all != null) {
            all.values().forEach(RunningTask::forget);
        }
    }
}
