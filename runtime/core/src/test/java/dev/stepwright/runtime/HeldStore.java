package dev.stepwright.runtime;

import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** A store that has written what is appended only once the test says so; from then on at once. */
final class HeldStore implements ExecutionStore {
    private final InMemoryStore kept = new InMemoryStore();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final CountDownLatch first = new CountDownLatch(1);

    /** Waits until the engine waits for the first. */
    void awaitFirst() throws InterruptedException {
        first.await();
    }

    void release() {
        released.complete(null);
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        Held held = new Held();
        kept.append(executionArn, batches).thenCombine(released, (written, now) -> held.complete(null));
        return held;
    }

    /** Tells when somebody begins to wait for it. */
    private final class Held extends CompletableFuture<Void> {
        @Override
        public CompletableFuture<Void> whenComplete(BiConsumer<? super Void, ? super Throwable> action) {
            CompletableFuture<Void> done = super.whenComplete(action);
            first.countDown();
            return done;
        }
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return kept.create(header, first);
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
        kept.close();
    }
}
