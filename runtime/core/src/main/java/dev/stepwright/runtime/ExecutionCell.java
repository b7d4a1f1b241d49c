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
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    /**
     * A message, and who wants to know that it was taken.
     *
     * @param isTaken null if nobody does
     */
    private record Mail(Message message, @Nullable CompletableFuture<Boolean> isTaken) {
        void taken(boolean value) {
            if (isTaken != null) {
                isTaken.complete(value);
            }
        }

        void failed(Throwable cause) {
            if (isTaken != null) {
                isTaken.completeExceptionally(cause);
            }
        }
    }

    private final Host host;
    private final Machine machine;
    private final ExecutionHeader header;
    private ExecutionState state;
    private final Snapshots snapshots = new Snapshots();
    private final CompletableFuture<Void> created = new CompletableFuture<>();
    private final ArrayDeque<Mail> mailbox = new ArrayDeque<>();
    private final Map<Long, RunningTask> tasks = new ConcurrentHashMap<>();
    private final Map<Long, TimeSource.Alarm> timers = new HashMap<>();
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private boolean isActive;
    private boolean isLetGo;
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

    /** Holds back messages until {@link #resume}; to be called before anybody can send one. */
    ExecutionCell waiting() {
        isActive = true;
        return this;
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

    /** Completes once the execution cannot be lost any more; exceptionally if it could not be noted, or its name was taken. */
    CompletableFuture<Void> created() {
        return created;
    }

    /** Says how the store has taken the execution. */
    void noted(boolean isTaken, @Nullable Throwable failure) {
        if (!isTaken && failure == null) {
            created.complete(null);
            return;
        }
        host.running.remove(header.identity().arn(), this);
        created.completeExceptionally(
                failure == null
                        ? new ExecutionAlreadyExistsException(header.identity().arn())
                        : new IllegalStateException(
                                "the execution " + header.identity().arn() + " could not be stored and does not start: "
                                        + reason(failure),
                                failure));
    }

    /** Puts a message into the mailbox. Returns at once. */
    void tell(Message message) {
        put(new Mail(message, null));
    }

    /**
     * Puts a message into the mailbox.
     *
     * @return completes with true once what followed from the message is stored, with false if it came after the end
     */
    CompletableFuture<Boolean> ask(Message message) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        put(new Mail(message, taken));
        return taken;
    }

    private void put(Mail mail) {
        synchronized (mailbox) {
            if (isLetGo) {
                mail.failed(new IllegalStateException("the execution is not advanced here any more"));
                return;
            }
            mailbox.add(mail);
            if (isActive) {
                return;
            }
            isActive = true;
        }
        host.execute(this);
    }

    /**
     * Makes the state anew from what was stored. From here on its tokens hold; messages wait until {@link #resume}.
     *
     * @return whether that was possible; if not, the execution is let go, as it stands
     */
    boolean rebuild() {
        try {
            Resumption stored = host.store.resumption(header.identity().arn());
            Rebuilding.Result made = Rebuilding.of(state, stored);
            state = made.state();
            sequence = made.sequence();
            last = made.last() == null ? last : made.last();
            for (Command command : state.outstanding()) {
                if (command instanceof Command.ScheduleTask c) {
                    open(c.request());
                } else if (command instanceof Command.ResumeTask c) {
                    open(c.request());
                }
            }
            created.complete(null);
            return true;
        } catch (RuntimeException e) {
            letGo(e);
            return false;
        }
    }

    private void open(TaskRequest request) {
        tasks.put(request.taskId(), new RunningTask(this, request.taskId(), request.token()));
    }

    /** Goes on from where {@link #rebuild} has come to. */
    void resume() {
        try {
            if (sequence == 0) {
                UUID seed = host.config.ids().get();
                tell(now -> new Stimulus.Started(now, header.input(), header.inputText(), seed));
            }
            state.outstanding().forEach(this::carryOutAgain);
        } catch (RuntimeException e) {
            letGo(e);
        }
        run();
    }

    /** A task may have been ended by its token already; one that must not be done twice is not handed over again. */
    private void carryOutAgain(Command command) {
        if (command instanceof Command.ScheduleTask c) {
            RunningTask task = tasks.get(c.request().taskId());
            if (task != null && machine.mayRepeat(c.request())) {
                start(task, c.request(), (runner, running) -> runner.start(c.request(), running));
            } else if (task != null) {
                task.failed(
                        TaskFailure.INTERRUPTED,
                        "The engine stopped while the task \"" + c.request().stateName()
                                + "\" was being done; it may have been done or not, and it is not to be done twice.");
            }
        } else if (command instanceof Command.ResumeTask c) {
            RunningTask task = tasks.get(c.request().taskId());
            if (task != null) {
                start(task, c.request(), (runner, running) -> runner.resume(c.request(), c.submission(), running));
            }
        } else {
            carryOut(command);
        }
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
        Mail mail;
        while ((mail = next()) != null) {
            if (!state.isRunning()) {
                mail.taken(false); // it came too late: nothing is decided or stored any more
                continue;
            }
            Stimulus stimulus = mail.message.at(now());
            Decision decision = Decider.decide(state, stimulus);
            if (!isStored(stimulus, decision, mail)) {
                return;
            }
            mail.taken(true);
            carryOut(decision);
            if (decision.isCutShort()) {
                host.execute(this); // others get their turn; the mailbox stays ours meanwhile
                return;
            }
        }
    }

    private @Nullable Mail next() {
        synchronized (mailbox) {
            Mail mail = mailbox.poll();
            isActive = mail != null;
            return mail;
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
    private boolean isStored(Stimulus stimulus, Decision decision, Mail mail) {
        if (!machine.keepsHistory(host.config)) {
            return true;
        }
        Batch batch = new Batch(++sequence, stimulus, decision.events(), state.isRunning() ? null : executionEnd());
        CompletableFuture<Void> stored =
                host.store.append(header.identity().arn(), batch).toCompletableFuture();
        if (batch.end() == null && snapshots.isDue(batch)) {
            byte[] bytes = state.snapshot();
            snapshots.taken(bytes.length);
            host.store.keep(header.identity().arn(), new Snapshot(sequence, last, bytes));
        }
        if (stored.isDone()) {
            stored.join();
            return true;
        }
        host.time.workBegins();
        stored.whenComplete((done, failure) -> {
            host.execute(() -> goOn(decision, mail, failure));
            host.done();
        });
        return false;
    }

    private void goOn(Decision decision, Mail mail, @Nullable Throwable failure) {
        if (failure != null) {
            mail.failed(failure);
            letGo(failure);
            host.done();
            return;
        }
        mail.taken(true);
        try {
            carryOut(decision);
        } catch (RuntimeException e) {
            letGo(e);
        }
        run();
    }

    /** What could not be stored must not be carried out: the execution is not ours any more, or the store is broken. */
    private void letGo(Throwable failure) {
        Throwable cause = reason(failure);
        LOG.error("{} cannot be advanced and is let go", header.identity().arn(), cause);
        List<Mail> left;
        synchronized (mailbox) {
            isLetGo = true;
            left = List.copyOf(mailbox);
            mailbox.clear();
        }
        left.forEach(mail -> mail.failed(cause));
        host.running.remove(header.identity().arn(), this);
        timers.values().forEach(TimeSource.Alarm::cancel);
        tasks.values().forEach(RunningTask::cancel);
        end.completeExceptionally(cause);
    }

    private static Throwable reason(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
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
            RunningTask task =
                    new RunningTask(this, c.request().taskId(), c.request().token());
            tasks.put(c.request().taskId(), task);
            start(task, c.request(), (runner, running) -> runner.start(c.request(), running));
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

    private void start(RunningTask task, TaskRequest request, BiFunction<TaskRunner, RunningTask, Runnable> call) {
        if (host.isDraining()) {
            return; // it is outstanding in the store, for the engine after this one
        }
        try {
            TaskRunner runner = machine.runnerOf(request);
            if (runner == null) {
                Unbound.fail(request, task, host.config);
            } else {
                task.onCancel(call.apply(runner, task));
            }
        } catch (RuntimeException e) {
            if (host.isDraining()) {
                return; // there are no threads for it any more: as above
            }
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
        IllegalStateException closed = new IllegalStateException(
                "the engine was closed while the execution " + header.identity().arn() + " was running");
        List<Mail> left;
        synchronized (mailbox) {
            isLetGo = true;
            left = List.copyOf(mailbox);
        }
        left.forEach(mail -> mail.failed(closed));
        created.completeExceptionally(closed);
        end.completeExceptionally(closed);
    }
}
