package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An execution that had ended when somebody asked for it. */
record EndedExecution(ExecutionHeader header, ExecutionEnd ended) implements ExecutionView {
    @Override
    public ExecutionDescription description() {
        return ExecutionDescription.of(new StoredExecution(header, ended));
    }

    @Override
    public CompletableFuture<ExecutionEnd> end() {
        return CompletableFuture.completedFuture(ended);
    }

    @Override
    public void stop(@Nullable String error, @Nullable String cause) {}
}
