package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** Lets executions begin as long as there is not too much in hand, and counts what is. */
final class Gate {
    private final Admission admission;
    private final ExecutionStore store;
    private final IntSupplier open;
    private final IntSupplier ready;
    private final AtomicLong unwritten = new AtomicLong();

    /** How many executions wait until what has become of them can be stored. */
    private final AtomicInteger unstored = new AtomicInteger();

    /** About how many bytes the execution has that could not be noted last, unless one has been since. */
    private volatile long refused;

    /**
     * @param open tells how many executions run
     * @param ready tells how many wait for a thread that decides
     */
    Gate(EngineConfig config, IntSupplier open, IntSupplier ready) {
        this.admission = config.admission();
        this.store = config.store();
        this.open = open;
        this.ready = ready;
    }

    /**
     * Asks whether one more execution may begin.
     *
     * @throws ExecutionLimitExceededException if not
     */
    void admit() {
        Load load = load();
        if (load.openExecutions() >= admission.openExecutions()) {
            throw ExecutionLimitExceededException.open(admission.openExecutions());
        }
        if (load.readyExecutions() >= admission.readyExecutions()) {
            throw ExecutionLimitExceededException.ready(admission.readyExecutions());
        }
        if (load.unwrittenBytes() > admission.unwrittenBytes()) {
            throw ExecutionLimitExceededException.writes();
        }
        if (store.isFull()) {
            throw store instanceof InMemoryStore
                    ? ExecutionLimitExceededException.store()
                    : ExecutionLimitExceededException.writes();
        }
    }

    Load load() {
        return new Load(open.getAsInt(), ready.getAsInt(), unwritten.get(), unstored.get(), refused);
    }

    /** Counts what the store has been given until it has written it. */
    @SuppressWarnings("FutureReturnValueIgnored") // how the stage ends is somebody else's business
    void countUnwritten(CompletableFuture<?> stage, long weight) {
        if (!stage.isDone()) {
            unwritten.addAndGet(weight);
            stage.whenComplete((done, failure) -> unwritten.addAndGet(-weight));
        }
    }

    /** An execution has been noted, so that it starts. */
    void noted() {
        refused = 0;
    }

    /** An execution of so many bytes could not be noted and does not start. */
    void notNoted(long weight) {
        refused = weight;
    }

    /** An execution begins to wait until what has become of it can be stored. */
    void waits() {
        unstored.incrementAndGet();
    }

    /** An execution has been answered by the store, however. */
    void waitsNoMore() {
        unstored.decrementAndGet();
    }
}
