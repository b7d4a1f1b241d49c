package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What an {@link Execution} shows: one that runs here, or one that has ended. */
interface ExecutionView {
    ExecutionHeader header();

    /** Returns the execution as it stands. */
    ExecutionDescription description();

    CompletableFuture<ExecutionEnd> end();

    List<OpenToken> openTokens();

    /** Stops the execution. Returns what completes once that is stored, or is tried again until it is; with false if it had ended. */
    CompletableFuture<Boolean> stop(@Nullable String error, @Nullable String cause);
}
