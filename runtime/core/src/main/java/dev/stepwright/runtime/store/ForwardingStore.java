package dev.stepwright.runtime.store;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Does everything as another store does it. Extend it for a store that does something else in one place: fails, counts, waits. What reads many executions at
 * a time reads each by itself here, so that such a place is passed then too.
 */
public abstract class ForwardingStore implements ExecutionStore {
    private final ExecutionStore store;

    protected ForwardingStore(ExecutionStore store) {
        this.store = store;
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return store.create(header, first);
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return store.append(executionArn, batches);
    }

    @Override
    public CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        return store.reopen(executionArn, redrive, batch);
    }

    @Override
    public void keep(String executionArn, Snapshot snapshot) {
        store.keep(executionArn, snapshot);
    }

    @Override
    public Optional<StoredExecution> find(String executionArn) {
        return store.find(executionArn);
    }

    @Override
    public List<Batch> batches(String executionArn) {
        return store.batches(executionArn);
    }

    @Override
    public List<Batch> batches(String executionArn, long after) {
        return store.batches(executionArn, after);
    }

    @Override
    public Optional<Latest> latest(String executionArn) {
        return store.latest(executionArn);
    }

    @Override
    public Resumption resumption(String executionArn) {
        return store.resumption(executionArn);
    }

    @Override
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return store.history(executionArn, afterId, most);
    }

    @Override
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return store.historyBefore(executionArn, beforeId, most);
    }

    @Override
    public List<ExecutionSummary> list(ExecutionQuery query) {
        return store.list(query);
    }

    @Override
    public Map<ExecutionStatus, Long> count(String machineArn, Instant since) {
        return store.count(machineArn, since);
    }

    @Override
    public List<String> running() {
        return store.running();
    }

    @Override
    public boolean isFull() {
        return store.isFull();
    }

    @Override
    public CompletionStage<StoreLostException> lost() {
        return store.lost();
    }

    @Override
    public void close() {
        store.close();
    }
}
