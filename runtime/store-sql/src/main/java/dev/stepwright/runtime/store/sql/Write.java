package dev.stepwright.runtime.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Something to be written with the next commit.
 *
 * @param part adds it to what is committed; may refuse by an exception before it has added anything
 * @param undo takes back what was noted in memory, if it cannot be written
 * @param bytes about how much it is
 * @param done completes once it is committed and flushed
 */
public record Write(Consumer<Group> part, Runnable undo, int bytes, CompletableFuture<Void> done) {
    /** Adds it to what is committed. One that refuses is failed; then nothing of it is in the group. */
    public void addTo(Group group) {
        try {
            part.accept(group);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Returns whether whoever waits for it still does. */
    public boolean isAwaited() {
        return !done.isDone();
    }

    /** Takes it back, and tells whoever waits for it why; without effect if he has been told how it ended. */
    public void fail(RuntimeException reason) {
        if (!isAwaited()) {
            return;
        }
        try {
            undo.run();
        } finally {
            done.completeExceptionally(reason);
        }
    }
}
