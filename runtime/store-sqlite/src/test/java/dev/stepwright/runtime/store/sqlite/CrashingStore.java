package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose process comes to its end with a write: that is written or not, but nobody hears of it, and nothing is written after it. */
final class CrashingStore implements ExecutionStore {
    private final ExecutionStore store;
    private final int last;
    private final boolean isLastWritten;
    private final AtomicInteger writes = new AtomicInteger();
    private final CountDownLatch crashed = new CountDownLatch(1);

    /**
     * @param last with which write it ends, counted from 1
     * @param isLastWritten whether that one is still written
     */
    CrashingStore(ExecutionStore store, int last, boolean isLastWritten) {
        this.store = store;
        this.last = last;
        this.isLastWritten = isLastWritten;
    }

    int writes() {
        return writes.get();
    }

    void awaitCrash() throws InterruptedException {
        crashed.await();
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return write(() -> store.create(header, first));
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return write(() -> store.append(executionArn, batches));
    }

    private interface Writing<T> {
        CompletionStage<T> write();
    }

    private <T> CompletionStage<T> write(Writing<T> writing) {
        int number = writes.incrementAndGet();
        if (number < last) {
            return writing.write();
        }
        if (number == last && isLastWritten) {
            writing.write().toCompletableFuture().join();
        }
        crashed.countDown();
        return new CompletableFuture<>();
    }

    @Override
    public void keep(String executionArn, Snapshot snapshot) {
        if (writes.get() < last) {
            store.keep(executionArn, snapshot);
        }
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
    public List<String> running() {
        return store.running();
    }

    @Override
    public void close() {
        store.close();
    }
}
