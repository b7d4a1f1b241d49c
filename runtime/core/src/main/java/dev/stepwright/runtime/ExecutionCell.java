package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
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

    private final Host host;
    private final Machine machine;
    private final ExecutionHeader header;
    private final ExecutionState state;
    private final boolean isStored;
    private final Mailbox mailbox = new Mailbox();
    private final OpenWork work;
    private final CompletableFuture<ExecutionEnd> end = new CompletableFuture<>();
    private Instant last;
    private long sequence;

    ExecutionCell(Host host, Machine machine, ExecutionHeader header) {
        this.host = host;
        this.machine = machine;
        this.header = header;
        this.last = header.identity().startTime();
        this.isStored = machine.keepsHistory(host.config);
        this.work = new OpenWork(host, machine, this);
        this.state = ExecutionState.create(
                machine.plan(),
                header.identity(),
                host.config.limitsOf(machine.isExpress()),
                isStored || host.config.listener() != null);
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
    void tell(Mailbox.Message message) {
        if (mailbox.add(message)) {
            host.execute(this);
        }
    }

    /** Like {@link #tell}, but the calling thread itself decides, as far as it goes without waiting. For the first message. */
    void tellAndRun(Mailbox.Message message) {
        if (mailbox.add(message)) {
            host.time.workBegins();
            run();
        }
    }

    /** Makes the state anew from what was stored, and goes on from there. */
    void recover(List<Batch> batches) {
        for (Batch batch : batches) {
            Decider.decide(state, batch.stimulus());
            last = batch.stimulus().now();
        }
        sequence = batches.size();
        mailbox.claim();
        host.execute(() -> {
            try {
                state.outstanding().forEach(command -> work.carryOut(command, last));
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
        Mailbox.Message message;
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

    private Mailbox.@Nullable Message next() {
        if (mailbox.isEmpty()) {
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
    private boolean isStored(Stimulus stimulus, Decision decision) {
        if (!isStored) {
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
        mailbox.close();
        host.running.remove(header.identity().arn(), this);
        work.cancelAll();
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

    /** Returns an open task by its token; null if it has ended. */
    @Nullable
    RunningTask task(long taskId, String token) {
        RunningTask task = work.task(taskId);
        return task != null && task.hasToken(token) ? task : null;
    }

    void ended(long taskId) {
        work.ended(taskId);
    }

    /** The engine is closed: nobody will advance the execution here any more. */
    void abandon() {
        end.completeExceptionally(new IllegalStateException(
                "the engine was closed while the execution " + header.identity().arn() + " was running"));
    }
}
