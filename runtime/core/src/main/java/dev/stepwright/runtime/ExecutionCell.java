package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.engine.TimerPurpose;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution that runs here: a mailbox, and the loop that decides on one message after the other, stores what follows and
 * carries it out. At any moment at most one thread is in the loop.
 */
final class ExecutionCell implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionCell.class);

    /** A stimulus that lacks only its time. */
    @FunctionalInterface
    interface Message {
        Stimulus at(Instant now);
    }

    private final Host host;
    private final Machine machine;
    private final ExecutionHeader header;
    private final ExecutionState state;
    private final ArrayDeque<Message> mailbox = new ArrayDeque<>();
    private final Map<Long, RunningTask> tasks = new ConcurrentHashMap<>();
    private final Map<Long, TimeSource.Alarm> timers = new HashMap<>();
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private boolean isActive;
    private Instant last;
    private long sequence;

    ExecutionCell(Host host, Machine machine, ExecutionHeader header) {
        this.host = host;
        this.machine = machine;
        this.header = header;
        this.last = header.identity().startTime();
        boolean keepsEvents = machine.keepsHistory(host.config) || host.config.listener() != null;
        this.state = ExecutionState.create(
                machine.plan(), header.identity(), host.config.limitsOf(machine.isExpress()), keepsEvents);
    }

    ExecutionHeader header() {
        return header;
    }

    /** Returns the execution as it stands. */
    ExecutionDescription description() {
        boolean hasEnded = end.isDone() && !end.isCompletedExceptionally();
        return ExecutionDescription.of(new StoredExecution(header, hasEnded ? end.join() : null));
    }

    CompletableFuture<ExecutionEnd> end() {
        return end;
    }

    /** Puts a message into the mailbox. Returns at once. */
    void tell(Message message) {
        synchronized (mailbox) {
            mailbox.add(message);
            if (isActive) {
                return;
            }
            isActive = true;
        }
        host.execute(this);
    }

    /** Makes the state anew from what was stored, and goes on from there. */
    void recover(List<Batch> batches) {
        for (Batch batch : batches) {
            Decider.decide(state, batch.stimulus());
            last = batch.stimulus().now();
        }
        sequence = batches.size();
        synchronized (mailbox) {
            isActive = true;
        }
        host.execute(() -> {
            try {
                state.outstanding().forEach(this::carryOut);
            } catch (RuntimeException e) {
                letGo(e);
            }
            run();
        });
    }

    @Override
    public void run() {
        try {
            loop();
        } catch (RuntimeException | Error e) {
            letGo(e);
        } finally {
            host.done();
        }
    }

    private void loop() {
        Message message;
        while ((message = next()) != null) {
            if (!state.isRunning()) {
                continue; // it came too late: nothing is decided or stored any more
            }
            Stimulus stimulus = message.at(now());
            Decision decision = Decider.decide(state, stimulus);
            if (!isStored(stimulus, decision)) {
                return;
            }
            carryOut(decision);
            if (decision.isCutShort()) {
                host.execute(this); // others get their turn; the mailbox stays ours meanwhile
                return;
            }
        }
    }

    private @Nullable Message next() {
        synchronized (mailbox) {
            Message message = mailbox.poll();
            isActive = message != null;
            return message;
        }
    }

    /** Time in an execution never goes back, even where the clock does. */
    private Instant now() {
        Instant now = host.now();
        last = now.isBefore(last) ? last : now;
        return last;
    }

    /** Stores the decision. Returns false if the store answers later: the loop then goes on from there. */
    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    private boolean isStored(Stimulus stimulus, Decision decision) {
        if (!machine.keepsHistory(host.config)) {
            return true;
        }
        Batch batch = new Batch(++sequence, stimulus, decision.events(), state.isRunning() ? null : executionEnd());
        CompletableFuture<Void> stored =
                host.store.append(header.identity().arn(), batch).toCompletableFuture();
        if (stored.isDone()) {
            stored.join();
            return true;
        }
        host.time.workBegins();
        stored.whenComplete((done, failure) -> {
            host.execute(() -> goOn(decision, failure));
            host.done();
        });
        return false;
    }

    private void goOn(Decision decision, @Nullable Throwable failure) {
        if (failure != null) {
            letGo(failure);
            host.done();
            return;
        }
        try {
            carryOut(decision);
        } catch (RuntimeException e) {
            letGo(e);
        }
        run();
    }

    /** What could not be stored must not be carried out: the execution is not ours any more, or the store is broken. */
    private void letGo(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.error("{} cannot be advanced and is let go", header.identity().arn(), cause);
        synchronized (mailbox) {
            mailbox.clear();
        }
        host.running.remove(header.identity().arn(), this);
        timers.values().forEach(TimeSource.Alarm::cancel);
        tasks.values().forEach(RunningTask::cancel);
        end.completeExceptionally(cause);
    }

    private ExecutionEnd executionEnd() {
        return new ExecutionEnd(
                state.status(),
                state.stopTime().orElse(last),
                state.output().orElse(null),
                state.error().orElse(null),
                state.cause().orElse(null));
    }

    private void carryOut(Decision decision) {
        if (host.config.listener() != null) {
            ProgressReports.of(header.identity().arn(), last, decision).forEach(host::report);
        }
        for (Command command : decision.commands()) {
            carryOut(command);
        }
    }

    private void carryOut(Command command) {
        if (command instanceof Command.ScheduleTask c) {
            start(c.request(), (runner, task) -> runner.start(c.request(), task));
        } else if (command instanceof Command.ResumeTask c) {
            start(c.request(), (runner, task) -> runner.resume(c.request(), c.submission(), task));
        } else if (command instanceof Command.StartTimer c) {
            timers.put(c.timerId(), host.time.at(due(c), () -> tell(now -> new Stimulus.TimerFired(now, c.timerId()))));
        } else if (command instanceof Command.CancelTimer c) {
            TimeSource.Alarm alarm = timers.remove(c.timerId());
            if (alarm != null) {
                alarm.cancel();
            }
        } else if (command instanceof Command.CancelTask c) {
            RunningTask task = tasks.remove(c.taskId());
            if (task != null) {
                task.cancel();
            }
        } else if (command instanceof Command.CheckActivity c) {
            check(c.request());
        } else if (command instanceof Command.Continue) {
            tell(Stimulus.Resumed::new);
        } else if (command instanceof Command.CompleteExecution) {
            complete();
        }
    }

    /** Wait states may run in another time than everything else. */
    private Instant due(Command.StartTimer timer) {
        double scale = host.config.waitTimeScale();
        return timer.purpose() == TimerPurpose.WAIT && scale != 1
                ? last.plusMillis((long) (Duration.between(last, timer.due()).toMillis() * scale))
                : timer.due();
    }

    private void complete() {
        host.running.remove(header.identity().arn(), this);
        ExecutionEnd ended = executionEnd();
        host.report(new Progress.Ended(
                header.identity().arn(), ended.time(), ended.status(), ended.error(), ended.cause()));
        end.complete(ended);
    }

    /** An activity need not exist where something else does its task, a handler bound to the state for example. */
    private void check(TaskRequest request) {
        String activity = request.resource().text();
        boolean isDone = host.activities.exists(activity) || machine.runnerOf(request) != host.activities.runner();
        tell(now -> isDone
                ? new Stimulus.TaskAccepted(now, request.taskId())
                : new Stimulus.TaskRefused(now, request.taskId(), "The activity " + activity + " does not exist."));
    }

    private void start(TaskRequest request, BiFunction<TaskRunner, RunningTask, Runnable> call) {
        RunningTask task = new RunningTask(this, request.taskId(), request.token());
        tasks.put(request.taskId(), task);
        try {
            TaskRunner runner = machine.runnerOf(request);
            if (runner == null) {
                Unbound.fail(request, task, host.config);
            } else {
                task.onCancel(call.apply(runner, task));
            }
        } catch (RuntimeException e) {
            LOG.error("{}: the task \"{}\" could not be started", request.executionArn(), request.stateName(), e);
            task.failed("States.Runtime", "The task \"" + request.stateName() + "\" could not be started: " + e);
        }
    }

    void stop(@Nullable String error, @Nullable String cause) {
        tell(now -> new Stimulus.Stopped(now, error, cause));
    }

    void ended(long taskId) {
        tasks.remove(taskId);
    }

    /** Returns an open task by its token; null if it has ended. */
    @Nullable
    RunningTask task(long taskId, String token) {
        RunningTask task = tasks.get(taskId);
        return task != null && task.hasToken(token) ? task : null;
    }

    /** The engine is closed: nobody will advance the execution here any more. */
    void abandon() {
        end.completeExceptionally(new IllegalStateException(
                "the engine was closed while the execution " + header.identity().arn() + " was running"));
    }
}
