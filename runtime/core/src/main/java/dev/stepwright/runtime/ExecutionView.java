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

    void stop(@Nullable String error, @Nullable String cause);
}
