package dev.stepwright.runtime;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executions that the store has running and nobody has taken up: their machine is not registered, or an engine that decides otherwise has begun them. */
record Unclaimed(Host host) {
    private static final Logger LOG = LoggerFactory.getLogger(Unclaimed.class);

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
        Instant now = now(execution.header().identity());
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

    /** Times in an execution never go back, though the clock may have been set back. */
    private Instant now(ExecutionIdentity identity) {
        Instant now = host.now();
        Instant last = last(identity);
        return now.isBefore(last) ? last : now;
    }

    /** Returns the time of its last event; when it started if that cannot be read. */
    private Instant last(ExecutionIdentity identity) {
        try {
            List<HistoryEntry> last = host.store.historyBefore(identity.arn(), 0, 1);
            return last.isEmpty() ? identity.startTime() : last.get(0).time();
        } catch (UnreadableException e) { // what is damaged shall end all the same
            LOG.debug("When the last event of {} was is not known", identity.arn(), e);
            return identity.startTime();
        }
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
