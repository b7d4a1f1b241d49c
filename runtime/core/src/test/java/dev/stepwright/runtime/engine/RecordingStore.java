package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A store that outlives its engine, so that a test can look at what was stored. Extend it for one that does something otherwise. */
public class RecordingStore implements ExecutionStore {
    private final InMemoryStore kept;

    public RecordingStore() {
        this(new InMemoryStore());
    }

    public RecordingStore(InMemoryStore kept) {
        this.kept = kept;
    }

    public final InMemoryStore kept() {
        return kept;
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return kept.create(header, first);
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return kept.append(executionArn, batches);
    }

    @Override
    public CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        return kept.reopen(executionArn, redrive, batch);
    }

    @Override
    public Optional<StoredExecution> find(String executionArn) {
        return kept.find(executionArn);
    }

    @Override
    public List<Batch> batches(String executionArn) {
        return kept.batches(executionArn);
    }

    @Override
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return kept.history(executionArn, afterId, most);
    }

    @Override
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return kept.historyBefore(executionArn, beforeId, most);
    }

    @Override
    public List<ExecutionSummary> list(ExecutionQuery query) {
        return kept.list(query);
    }

    @Override
    public List<String> running() {
        return kept.running();
    }

    @Override
    public void close() {
        // what has been stored is looked at afterwards
    }
}
