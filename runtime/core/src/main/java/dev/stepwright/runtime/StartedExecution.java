package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionStatus;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a {@link WorkflowClient} has started.
 *
 * @param <O> the type of the output
 */
public interface StartedExecution<O> {
    String arn();

    /** Returns the name, unique among the executions of the machine. */
    String name();

    /** Returns how far the execution is now. */
    ExecutionStatus status();

    /**
     * Returns the outcome as soon as there is one. What hangs on the stage must not block. Completes exceptionally if the outcome
     * cannot be had, or the output does not fit the type.
     */
    CompletionStage<Outcome<O>> outcome();

    /**
     * Waits for the outcome.
     *
     * @throws IllegalStateException if it cannot be had, or the waiting thread is interrupted
     * @throws IllegalArgumentException if the output does not fit the type
     */
    Outcome<O> await();

    /** Stops the execution, wherever it is; without effect if it has ended. */
    void stop(@Nullable String error, @Nullable String cause);
}
