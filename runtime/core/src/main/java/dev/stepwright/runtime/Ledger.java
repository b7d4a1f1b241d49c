package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoreLostException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The batches of one execution on their way to the store: numbers them, holds back what may be written with the next, and
 * keeps the state itself now and then.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final Host host;
    private final ExecutionHeader header;
    private final boolean hasEvents;
    private final CompletableFuture<Void> created = new CompletableFuture<>();
    private final Unwritten unwritten = new Unwritten();
    private @Nullable Snapshots snapshots;
    private long sequence;

    /** @param hasEvents whether the store is given the events too */
    Ledger(Host host, ExecutionHeader header, boolean hasEvents) {
        this.host = host;
        this.header = header;
        this.hasEvents = hasEvents;
    }

    /** Completes once the execution is in the store; exceptionally if it could not be noted, or its name was taken. */
    CompletableFuture<Void> created() {
        return created;
    }

    /** Goes on after the batch with this number, which is stored. */
    void goOnAfter(long stored) {
        sequence = stored;
    }

    /** Notes that the execution is in the store, and runs. */
    void taken() {
        created.complete(null);
    }

    /** Returns whether everything has been handed to the store. */
    boolean isWritten() {
        return unwritten.isEmpty();
    }

    /** Returns whether one more batch may be held back. */
    boolean hasRoom(Instant now) {
        return unwritten.hasRoom(now);
    }

    /** Holds back what has been decided until the next batch is written. */
    void writeLater(Stimulus stimulus, Decision decision, ExecutionState state) {
        unwritten.add(batch(stimulus, decision, state));
    }

    /** Returns what has been decided, after what was held back. */
    List<Batch> batches(Stimulus stimulus, Decision decision, ExecutionState state) {
        return unwritten.with(batch(stimulus, decision, state));
    }

    private Batch batch(Stimulus stimulus, Decision decision, ExecutionState state) {
        return new Batch(
                ++sequence,
                stimulus,
                hasEvents ? decision.events() : List.of(),
                state.isRunning() ? null : end(state, stimulus.now()),
                decision.refusals());
    }

    /**
     * Returns how an execution has ended.
     *
     * @param now when it has, if its state does not say so
     */
    static ExecutionEnd end(ExecutionState state, Instant now) {
        return new ExecutionEnd(
                state.status(),
                state.stopTime().orElse(now),
                state.output().orElse(null),
                state.error().orElse(null),
                state.cause().orElse(null));
    }

    /** Hands batches to the store, and the state if it is time; whatever goes wrong is how the stage ends. */
    CompletableFuture<Void> write(List<Batch> batches, ExecutionState state) {
        try {
            CompletableFuture<Void> stored = hand(batches).toCompletableFuture();
            if (state.isRunning() && host.keepsStates) {
                keep(batches, state);
            }
            return stored;
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletionStage<Void> hand(List<Batch> batches) {
        Batch first = batches.get(0);
        if (first.sequence() > 1) {
            return host.store.append(header.identity().arn(), batches);
        }
        return host.store.create(header, first).handle((existing, failure) -> {
            if (failure != null) {
                throw notCreated(first, Storing.reason(failure));
            }
            host.gate.noted();
            if (existing.isPresent()) {
                throw new ExecutionAlreadyExistsException(header.identity().arn());
            }
            created.complete(null);
            return null;
        });
    }

    private RuntimeException notCreated(Batch first, Throwable failure) {
        if (failure instanceof StoreLostException || failure instanceof Error || host.isClosed()) {
            return new CompletionException(failure);
        }
        host.gate.notNoted(weight(List.of(first)));
        return ExecutionLimitExceededException.notWritten(
                Beginning.START.problem(header.identity().arn(), failure), failure);
    }

    /** Hands the first batch of a redrive to the store; whatever goes wrong is how the stage ends. */
    CompletableFuture<Void> reopen(Redrive redrive, Batch batch) {
        try {
            return host.store
                    .reopen(header.identity().arn(), redrive, batch)
                    .thenRun(() -> created.complete(null))
                    .toCompletableFuture();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void keep(List<Batch> batches, ExecutionState state) {
        if (snapshots == null) {
            snapshots = new Snapshots();
        }
        if (!snapshots.isDue(batches)) {
            return;
        }
        try {
            byte[] bytes = state.snapshot();
            snapshots.taken(bytes.length);
            Instant last = batches.get(batches.size() - 1).stimulus().now();
            host.store.keep(header.identity().arn(), new Snapshot(sequence, last, bytes));
        } catch (RuntimeException | Error e) { // the batches are on their way, and enough
            snapshots.taken(0);
            LOG.warn(
                    "the state of {} could not be kept; recovery reads more records instead",
                    header.identity().arn(),
                    e);
        }
    }

    /** Returns about how many bytes of memory batches take until they are written. */
    long weight(List<Batch> batches) {
        long weight = batches.stream().mapToLong(Batch::weight).sum();
        return batches.get(0).sequence() == 1 ? weight + header.weight() : weight;
    }
}
