package dev.stepwright.aws;

import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.engine.ExecutionStatus;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/** An execution of an Express machine, which has ended. */
record SfnEndedExecution<O>(StartSyncExecutionResponse ended, Function<StartSyncExecutionResponse, Outcome<O>> reading)
        implements StartedExecution<O> {
    @Override
    public String arn() {
        return ended.executionArn();
    }

    @Override
    public String name() {
        return ended.name();
    }

    @Override
    public ExecutionStatus status() {
        return ExecutionStatus.valueOf(ended.statusAsString());
    }

    @Override
    public CompletionStage<Outcome<O>> outcome() {
        try {
            return CompletableFuture.completedFuture(reading.apply(ended));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void stop(@Nullable String error, @Nullable String cause) {
        // It has ended.
    }
}
