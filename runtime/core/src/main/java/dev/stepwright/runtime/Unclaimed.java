package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions that the store has running and nobody has taken up: their machine is not registered, or an engine that decides otherwise has begun them. */
record Unclaimed(Host host, Following following) {
    /**
     * Ends one as stopped, without deciding on what it has done; its history stays as it is.
     *
     * @return false if none of that ARN runs
     * @throws StaleSequenceException if somebody takes it up or ends it meanwhile; it is as it was then
     * @throws IllegalStateException if that could not be stored
     */
    boolean stop(String arn, @Nullable String error, @Nullable String cause) {
        StoredExecution execution = host.store.find(arn).orElse(null);
        if (execution == null || execution.end() != null) {
            return false;
        }
        List<Batch> batches = host.store.batches(arn);
        Batch batch = stopped(batches.get(batches.size() - 1), lastEvent(arn), error, cause);
        host.await(host.store
                .append(arn, List.of(batch))
                .thenRun(() -> following.ended(arn, batch.end()))
                .toCompletableFuture());
        return true;
    }

    private long lastEvent(String arn) {
        List<HistoryEntry> latest = host.store.historyBefore(arn, 0, 1);
        return latest.isEmpty() ? 0 : latest.get(0).id();
    }

    private Batch stopped(Batch latest, long lastEvent, @Nullable String error, @Nullable String cause) {
        Instant then = latest.stimulus().now();
        Instant now = host.now().isBefore(then) ? then : host.now();
        return new Batch(
                latest.sequence() + 1,
                new Stimulus.Stopped(now, error, cause),
                List.of(new HistoryEntry(lastEvent + 1, 0, now, new Event.ExecutionAborted(error, cause))),
                new ExecutionEnd(ExecutionStatus.ABORTED, now, null, error, cause));
    }
}
