package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.HandlerThreads;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all executions of an engine share, and whoever opens it here closes it here: threads, time, store. */
class Host {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final String DECIDING = "a decision (expressions, inline handlers, listeners)";

    final EngineConfig config;
    final TimeSource time;
    final ExecutionStore store;
    /** Whether it is worth while to give states to the store. */
    final boolean keepsStates;

    /** Whether the store is given no events, since they can be decided on again. */
    final boolean remakesHistory;

    final Histories histories = new Histories(this);
    final Redrives redrives = new Redrives(this);
    final Following following = new Following(this);
    final Exhausted exhausted = new Exhausted(this);
    final MapRuns mapRuns = new MapRuns(this);
    final Machines machines;
    final Gate gate;

    final Workplace workplace;
    private final ExecutorService handlerThreads;
    final Map<String, ExecutionCell> running = new ConcurrentHashMap<>();
    final Activities activities;
    private final ExecutorService engineThreads;
    final CompletableFuture<StoreLostException> lost = new CompletableFuture<>();
    private volatile @Nullable StoreLostException reason;
    private volatile boolean isClosed;
    private volatile boolean isDraining;

    Host(EngineConfig config) {
        this(config, EngineThreads.create(config.engineThreads()));
    }

    /** Returns a host whose decisions are run by somebody else; for simulation. */
    Host(EngineConfig config, ExecutorService engineThreads) {
        this.config = config;
        this.engineThreads = engineThreads;
        this.time = config.time();
        this.store = config.store();
        this.keepsStates = !(store instanceof InMemoryStore);
        this.remakesHistory = store instanceof InMemoryStore && !config.isWatched();
        this.machines = new Machines(config);
        this.gate = new Gate(config, running::size, () -> EngineThreads.waiting(engineThreads));
        this.handlerThreads = HandlerThreads.create(config.handlerThreads());
        this.workplace = new Workplace(handlerThreads, time);
        this.activities = new Activities(config.region(), config.account());
        stopWhenLost();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // how the stage ends is what is waited for
    private void stopWhenLost() {
        store.lost().thenAccept(this::stop);
    }

    /** Nothing can be stored any more: what runs here has no effect. */
    private void stop(StoreLostException why) {
        reason = why;
        LOG.error("the engine stops: {}", why.getMessage());
        // not on the thread of the store, which closing waits for
        Thread closing = new Thread(
                () -> {
                    try {
                        close();
                    } catch (RuntimeException e) {
                        LOG.error("the engine has stopped but could not be closed", e);
                    } finally {
                        lost.complete(why);
                    }
                },
                "stepwright-stop");
        closing.setDaemon(true);
        closing.start();
    }

    /** Like {@link EngineThreads#await}. */
    void await(CompletableFuture<?> stage) {
        EngineThreads.await(stage);
    }

    /**
     * Has an execution run here, unless one of its ARN does already.
     *
     * @return the one that does; null for none
     * @throws IllegalStateException if the engine has been closed
     */
    @Nullable
    ExecutionCell add(ExecutionCell cell) {
        String arn = cell.header().identity().arn();
        ExecutionCell other = running.putIfAbsent(arn, cell);
        if (other == null && isClosed) { // whoever has closed the engine may have missed this one
            running.remove(arn, cell);
            cell.abandon(reason);
            throw new IllegalStateException("the engine has been closed, " + arn + " can no longer run here");
        }
        return other;
    }

    Instant now() {
        return time.now();
    }

    /** Has a piece of work done on an engine thread; time stands still for a virtual clock until {@link #done}. */
    void execute(Runnable work) {
        time.workBegins();
        try {
            engineThreads.execute(work);
        } catch (RejectedExecutionException e) {
            time.workEnds();
            if (!isClosed && !isDraining) {
                throw e;
            }
        }
    }

    void done() {
        time.workEnds();
    }

    /** Returns an execution that runs here; null if it has ended or is unknown. */
    @Nullable
    ExecutionCell cell(String executionArn) {
        return running.get(executionArn);
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean isOpen() {
        return !isClosed && !isDraining;
    }

    /**
     * Asks whether anything new may begin.
     *
     * @param advice for those who have closed the engine themselves
     * @throws IllegalStateException if not; says why
     */
    void checkOpen(String advice) {
        StoreLostException lostBy = reason;
        if (!isOpen()) {
            throw new IllegalStateException(
                    "the engine has been closed" + (lostBy == null ? "; " + advice : ": " + lostBy.getMessage()),
                    lostBy);
        }
    }

    /**
     * Has nothing new begun, and waits until what handlers are doing is done and stored.
     *
     * @return whether all of it is
     */
    boolean drain(Duration patience) {
        isDraining = true;
        HandlerThreads.shutdown(handlerThreads);
        try {
            return handlerThreads.awaitTermination(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Two may close: whoever runs the engine, and the loss of its store. The second waits for the first. */
    synchronized void close() {
        if (isClosed) {
            return;
        }
        if (isDraining) {
            EngineThreads.finish(engineThreads, DECIDING); // what handlers have answered is still decided on and stored
        }
        isClosed = true;
        time.close();
        EngineThreads.end(engineThreads, DECIDING);
        EngineThreads.end(handlerThreads, "a task handler (handlers must react to interruption)");
        running.values().forEach(cell -> cell.abandon(reason));
        running.clear();
        following.close();
        activities.close();
        store.close();
    }
}
