package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An execution that had ended when somebody asked for it. */
record EndedExecution(StoredExecution stored, ExecutionEnd ended) implements ExecutionView {
    @Override
    public ExecutionHeader header() {
        return stored.header();
    }

    @Override
    public ExecutionDescription description() {
        return ExecutionDescription.of(stored);
    }

    @Override
    public CompletableFuture<ExecutionEnd> end() {
        return CompletableFuture.completedFuture(ended);
    }

    @Override
    public List<OpenToken> openTokens() {
        return List.of();
    }

    @Override
    public CompletableFuture<Boolean> stop(@Nullable String error, @Nullable String cause) {
        return CompletableFuture.completedFuture(false);
    }
}
