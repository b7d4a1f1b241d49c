package dev.stepwright.testkit;

import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose process comes to its end with a write: that is written or not, but nobody hears of it, and nothing is written after it. To
 * find out what an engine after it makes of what is there.
 */
public final class CrashingStore extends ForwardingStore {
    private final int last;
    private final boolean isLastWritten;
    private final AtomicInteger writes = new AtomicInteger();
    private final CountDownLatch crashed = new CountDownLatch(1);

    /**
     * @param last with which write it ends, counted from 1
     * @param isLastWritten whether that one is still written
     */
    public CrashingStore(ExecutionStore store, int last, boolean isLastWritten) {
        super(store);
        this.last = last;
        this.isLastWritten = isLastWritten;
    }

    /** Returns how many writes have been asked for. */
    public int writes() {
        return writes.get();
    }

    /** Waits for the end of the process. */
    public void awaitCrash() throws InterruptedException {
        crashed.await();
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        return write(() -> super.create(header, first));
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return write(() -> super.append(executionArn, batches));
    }

    @Override
    public CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        return write(() -> super.reopen(executionArn, redrive, batch));
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
            super.keep(executionArn, snapshot);
        }
    }
}
