package dev.stepwright.runtime.store.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Something to be written with the next commit.
 *
 * @param part adds it to what is committed; may refuse by an exception
 * @param undo takes back what was noted in memory, if it cannot be written
 * @param bytes about how much it is
 * @param done completes once it is in the database
 */
record Write(Consumer<Group> part, Runnable undo, int bytes, CompletableFuture<Void> done) {
    void fail(RuntimeException reason) {
        undo.run();
        done.completeExceptionally(reason);
    }
}
