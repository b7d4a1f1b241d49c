package dev.stepwright.runtime.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Something to be written with the next commit.
 *
 * @param part adds it to what is committed; may refuse by an exception
 * @param undo takes back what was noted in memory, if it cannot be written
 * @param bytes about how much it is
 * @param done completes once it is committed and flushed
 */
public record Write(Consumer<Group> part, Runnable undo, int bytes, CompletableFuture<Void> done) {
    /** Takes it back, and tells whoever waits for it why. */
    public void fail(RuntimeException reason) {
        undo.run();
        done.completeExceptionally(reason);
    }
}
