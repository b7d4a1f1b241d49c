package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Executions that the store has running and nobody has taken up: their machine is not registered, or an engine that decides otherwise has begun them. */
record Unclaimed(Host host) {
    /**
     * Ends one as stopped, without deciding on what it has done; its history stays as it is.
     *
     * @return false if none of that ARN runs
     * @throws dev.stepwright.runtime.store.StaleSequenceException if somebody takes it up or ends it meanwhile; it is as it was then
     * @throws IllegalStateException if that could not be stored
     */
    @SuppressWarnings("FutureReturnValueIgnored") // whether it is stored is told to nobody who does not wait
    boolean stop(String arn, @Nullable String error, @Nullable String cause) {
        StoredExecution execution = host.store.find(arn).orElse(null);
        if (execution == null || execution.end() != null) {
            return false;
        }
        Latest latest = host.store.latest(arn).orElseThrow();
        Instant now = now(execution.header());
        HistoryEntry event = new HistoryEntry(latest.event() + 1, 0, now, new Event.ExecutionAborted(error, cause));
        ExecutionEnd end = new ExecutionEnd(ExecutionStatus.ABORTED, now, null, error, cause);
        Batch batch = new Batch(latest.batch() + 1, new Stimulus.Stopped(now, error, cause), List.of(event), end);
        CompletableFuture<Void> stored = host.store.append(arn, List.of(batch)).toCompletableFuture();
        host.await(stored);
        if (stored.isDone()) {
            ended(execution, event, end);
        } else { // a thread that decides does not wait, and the thread of the store must not wait for itself
            stored.thenRun(() -> host.execute(() -> {
                ended(execution, event, end);
                host.done();
            }));
        }
        return true;
    }

    private Instant now(ExecutionHeader header) {
        Instant start = header.identity().startTime();
        Instant now = host.now();
        return now.isBefore(start) ? start : now;
    }

    private void ended(StoredExecution execution, HistoryEntry event, ExecutionEnd end) {
        ExecutionIdentity identity = execution.header().identity();
        Audience audience = Audience.of(host.config, host.machines.find(identity.machineArn()));
        int redrives = execution.redrive() == null ? 0 : execution.redrive().count();
        audience.log(identity.arn(), redrives, List.of(event));
        audience.ended(identity, end);
        host.following.ended(new StoredExecution(execution.header(), end, execution.redrive()));
    }
}
