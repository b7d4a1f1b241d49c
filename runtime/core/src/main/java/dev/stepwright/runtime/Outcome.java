package dev.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/**
 * How an execution has ended.
 *
 * @param <O> the type of the output
 */
public sealed interface Outcome<O> {
    /** It has come to its end. */
    record Succeeded<O>(O output) implements Outcome<O> {}

    /**
     * A state has failed, and nothing has caught it.
     *
     * @param error the name of the error; null for a Fail state without one
     * @param cause the reason, for people; null if none was given
     */
    record Failed<O>(@Nullable String error, @Nullable String cause) implements Outcome<O> {}

    /** The machine's {@code TimeoutSeconds} is over. */
    record TimedOut<O>() implements Outcome<O> {}

    /**
     * Somebody has stopped it.
     *
     * @param error what that one said; null for nothing
     * @param cause what that one said; null for nothing
     */
    record Aborted<O>(@Nullable String error, @Nullable String cause) implements Outcome<O> {}

    /**
     * Returns the output of an execution that has succeeded.
     *
     * @throws IllegalStateException if it has not; the message says how it ended
     */
    default O output() {
        if (this instanceof Succeeded<O> succeeded) {
            return succeeded.output;
        }
        throw new IllegalStateException("the execution did not succeed, so it has no output: " + this);
    }
}
