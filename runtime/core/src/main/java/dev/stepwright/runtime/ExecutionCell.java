package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution that runs here: a mailbox, and the loop that decides on one message after the other, stores what follows and
 * carries it out. At any moment at most one thread is in the loop.
 */
final class ExecutionCell implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionCell.class);

    /** An execution that always has something to do sets its timers after so many messages. */
    private static final int LETTERS_AT_ONCE = 64;

    private final Host host;
    private final ExecutionHeader header;
    private final boolean isStored;
    private final @Nullable ExecutionLogging logging;
    private final Mailbox mailbox = new Mailbox();
    private final OpenWork work;
    private @Nullable Snapshots snapshots;
    private ExecutionState state;
    private final CompletableFuture<Void> created = new CompletableFuture<>();
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private Instant last;
    private long sequence;

    ExecutionCell(Host host, Machine machine, ExecutionHeader header) {
        this.host = host;
        this.header = header;
        this.last = header.identity().startTime();
        this.isStored = machine.keepsHistory(host.config);
        this.logging = machine.isLogged() ? machine.logging() : null;
        this.work = new OpenWork(host, machine, this);
        this.state = ExecutionState.create(
                machine.plan(),
                header.identity(),
                host.config.limitsOf(machine.isExpress()),
                storesEvents() || logging != null || host.config.listener() != null);
    }

    private boolean storesEvents() {
        return isStored && !host.remakesHistory;
    }

    /** Holds back messages until {@link #resume}; to be called before anybody can send one. */
    ExecutionCell waiting() {
        mailbox.claim();
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

    boolean isStored() {
        return isStored;
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
    void tell(Mailbox.Message message) {
        put(new Mailbox.Letter(message, null));
    }

    /**
     * Puts a message into the mailbox.
     *
     * @return completes with true once what followed from the message is stored, with false if it came after the end
     */
    CompletableFuture<Boolean> ask(Mailbox.Message message) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        put(new Mailbox.Letter(message, taken));
        return taken;
    }

    /** Like {@link #tell}, for the thread that advances the execution, in the midst of it. */
    void tellMyself(Mailbox.Message message) {
        mailbox.addAsTaker(new Mailbox.Letter(message, null));
    }

    private void put(Mailbox.Letter letter) {
        if (mailbox.add(letter)) {
            host.execute(this);
        }
    }

    /** Like {@link #tell}, but the calling thread itself decides, as far as it goes without waiting. For the first message. */
    void tellAndRun(Mailbox.Message message) {
        if (mailbox.add(new Mailbox.Letter(message, null))) {
            host.time.workBegins();
            run();
        }
    }

    /**
     * Makes the state anew from what was stored. From here on its tokens hold; messages wait until {@link #resume}.
     *
     * @return whether that was possible; if not, the execution is let go, as it stands
     */
    boolean rebuild() {
        try {
            String arn = header.identity().arn();
            Resumption stored = host.store.resumption(arn);
            Rebuilding.Result made = Rebuilding.of(state, stored, storesEvents(), () -> host.store.batches(arn));
            state = made.state();
            sequence = made.sequence();
            last = made.last() == null ? last : made.last();
            state.outstanding().forEach(work::reopen);
            created.complete(null);
            return true;
        } catch (RuntimeException e) {
            letGo(e);
            return false;
        }
    }

    /** Goes on from where {@link #rebuild} has come to. */
    void resume() {
        try {
            if (sequence == 0) {
                UUID seed = host.config.ids().get();
                tell(now -> new Stimulus.Started(now, header.input(), header.inputText(), seed));
            }
            state.outstanding().forEach(command -> work.carryOutAgain(command, last));
        } catch (RuntimeException e) {
            letGo(e);
        }
        run();
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
        Mailbox.Letter letter;
        int letters = 0;
        while ((letter = next()) != null) {
            if (++letters % LETTERS_AT_ONCE == 0) {
                work.setAlarms();
            }
            if (!state.isRunning()) {
                letter.taken(false); // it came too late: nothing is decided or stored any more
                continue;
            }
            Stimulus stimulus = letter.message.at(now());
            Decision decision = Decider.decide(state, stimulus);
            if (!isStored(stimulus, decision, letter)) {
                return;
            }
            letter.taken(true);
            carryOut(decision);
            if (decision.isCutShort()) {
                work.setAlarms();
                host.execute(this); // others get their turn; the mailbox stays ours meanwhile
                return;
            }
        }
    }

    private Mailbox.@Nullable Letter next() {
        if (mailbox.isEmpty()) {
            work.setAlarms();
            state.rest();
        }
        return mailbox.next();
    }

    /** Time in an execution never goes back, even where the clock does. */
    private Instant now() {
        Instant now = host.now();
        last = now.isBefore(last) ? last : now;
        return last;
    }

    /** Stores the decision. Returns false if the store answers later: the loop then goes on from there. */
    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    private boolean isStored(Stimulus stimulus, Decision decision, Mailbox.Letter letter) {
        if (!isStored) {
            return true;
        }
        Batch batch = new Batch(
                ++sequence,
                stimulus,
                storesEvents() ? decision.events() : List.of(),
                state.isRunning() ? null : executionEnd());
        CompletableFuture<Void> stored =
                host.store.append(header.identity().arn(), batch).toCompletableFuture();
        if (batch.end() == null && host.keepsStates) {
            keepState(batch);
        }
        if (stored.isDone()) {
            stored.join();
            return true;
        }
        host.countUnwritten(stored, batch.weight());
        host.time.workBegins();
        stored.whenComplete((done, failure) -> {
            host.execute(() -> goOn(decision, letter, failure));
            host.done();
        });
        return false;
    }

    private void keepState(Batch batch) {
        if (snapshots == null) {
            snapshots = new Snapshots();
        }
        if (snapshots.isDue(batch)) {
            byte[] bytes = state.snapshot();
            snapshots.taken(bytes.length);
            host.store.keep(header.identity().arn(), new Snapshot(sequence, last, bytes));
        }
    }

    private void goOn(Decision decision, Mailbox.Letter letter, @Nullable Throwable failure) {
        if (failure != null) {
            letter.failed(failure);
            letGo(failure);
            host.done();
            return;
        }
        letter.taken(true);
        try {
            carryOut(decision);
            work.setAlarms();
        } catch (RuntimeException e) {
            letGo(e);
        }
        run();
    }

    /** What could not be stored must not be carried out: the execution is not ours any more, or the store is broken. */
    private void letGo(Throwable failure) {
        Throwable cause = reason(failure);
        LOG.error("{} cannot be advanced and is let go", header.identity().arn(), cause);
        mailbox.close(cause);
        host.running.remove(header.identity().arn(), this);
        work.forget();
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
        if (logging != null) {
            host.log(logging, header.identity().arn(), decision.events());
        }
        if (host.config.listener() != null) {
            ProgressReports.of(header.identity().arn(), last, decision).forEach(host::report);
        }
        List<Command> commands = decision.commands();
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            if (command instanceof Command.CompleteExecution) {
                complete();
            } else {
                work.carryOut(command, last);
            }
        }
    }

    private void complete() {
        host.running.remove(header.identity().arn(), this);
        ExecutionEnd ended = executionEnd();
        if (host.config.listener() != null) {
            host.report(new Progress.Ended(
                    header.identity().arn(), ended.time(), ended.status(), ended.error(), ended.cause()));
        }
        end.complete(ended);
    }

    void stop(@Nullable String error, @Nullable String cause) {
        tell(now -> new Stimulus.Stopped(now, error, cause));
    }

    void ended(long taskId) {
        work.ended(taskId);
    }

    /** Returns an open task by its token; null if it has ended. */
    @Nullable
    RunningTask task(long taskId, String token) {
        RunningTask task = work.task(taskId);
        return task != null && task.hasToken(token) ? task : null;
    }

    /** The engine is closed: nobody will advance the execution here any more. */
    void abandon() {
        IllegalStateException closed = new IllegalStateException(
                "the engine was closed while the execution " + header.identity().arn() + " was running");
        mailbox.close(closed);
        created.completeExceptionally(closed);
        end.completeExceptionally(closed);
    }
}
