package dev.stepwright.server.api;

import java.util.concurrent.CompletableFuture;

/** Passes on that nobody waits for an answer any more. */
public final class Cancellation {
    private Cancellation() {}

    /** Has an action run when a future is cancelled; at once if it has been. */
    public static void of(CompletableFuture<?> future, Runnable action) {
        CompletableFuture<?> unused = future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                action.run();
            }
        });
    }
}
