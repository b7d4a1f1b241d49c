package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.ExecutionStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a {@link WorkflowClient} has started.
 *
 * @param <O> the type of the output
 */
public interface StartedExecution<O> {
    /** Returns the ARN. */
    String arn();

    /** Returns the name, unique among the executions of the machine. */
    String name();

    /** Returns how far the execution is now. */
    ExecutionStatus status();

    /**
     * Returns the outcome as soon as there is one; each time another stage. What hangs on it must not block. Completes exceptionally if the outcome
     * cannot be had, or the output does not fit the type.
     */
    CompletionStage<Outcome<O>> outcome();

    /**
     * Waits for the outcome.
     *
     * @throws IllegalStateException if it cannot be had, since the engine is closed meanwhile for example, or the waiting thread is interrupted
     * @throws IllegalArgumentException if the output does not fit the type
     */
    default Outcome<O> await() {
        return await(outcome -> Optional.of(outcome.get())).orElseThrow();
    }

    /**
     * Waits for the outcome for some time, by the clock of this machine, whichever the engine has.
     *
     * @param patience 0 or more
     * @return empty if the execution still runs then
     * @throws IllegalStateException as {@link #await()}
     * @throws IllegalArgumentException if the output does not fit the type
     */
    default Optional<Outcome<O>> await(Duration patience) {
        return await(outcome -> {
            try {
                return Optional.of(outcome.get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                outcome.cancel(false); // nobody wants to know any more
                return Optional.empty();
            }
        });
    }

    private Optional<Outcome<O>> await(Waiting<O> waiting) {
        try {
            return waiting.until(outcome().toCompletableFuture());
        } catch (ExecutionException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            if (reason instanceof IllegalArgumentException unfit) {
                throw unfit;
            }
            throw new IllegalStateException(
                    "the outcome of " + arn() + " cannot be had: " + reason.getMessage(), reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + arn(), e);
        }
    }

    /**
     * Stops the execution, wherever it is: its outcome is {@link Outcome.Aborted} then. Without effect if it has ended.
     *
     * @param error what to tell as its error; null for nothing
     * @param cause what to tell a person; null for nothing
     */
    void stop(@Nullable String error, @Nullable String cause);
}
