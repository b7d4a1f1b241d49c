package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.store.Batch;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/** A store that has written what is appended only once the test says so; from then on at once. */
final class HeldStore extends RecordingStore {
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
        super.append(executionArn, batches).thenCombine(released, (written, now) -> held.complete(null));
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
}
