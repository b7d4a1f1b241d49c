package dev.stepwright.runtime.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A retry rule.
 *
 * @param maxAttempts how many retries there are at most; 0 for none
 * @param fullJitter whether each wait is shortened by chance
 */
public record RetryPlan(
        ErrorMatch errors,
        long intervalSeconds,
        long maxAttempts,
        double backoffRate,
        @Nullable Long maxDelaySeconds,
        boolean fullJitter) {
    /** No wait is longer: about 31 years. */
    private static final double LONGEST = 1e9;

    /**
     * Returns the wait before a retry, before jitter.
     *
     * @param done how many retries this rule has had in this visit of the state
     * @return {@code interval × backoffRate^done}, capped at {@code MaxDelaySeconds}
     */
    public Duration delayAfter(int done) {
        double seconds = intervalSeconds * Math.pow(backoffRate, done);
        seconds = Math.min(seconds, maxDelaySeconds == null ? LONGEST : maxDelaySeconds);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
