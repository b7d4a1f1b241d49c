package dev.stepwright.runtime;

import java.time.Duration;

/**
 * What AWS bills of an Express execution, as StartSyncExecution tells it.
 *
 * @param megabytes of memory; always 64, the least that is billed, since nothing here tells how many AWS would take
 * @param milliseconds in steps of 100, at least one
 */
public record Billing(long megabytes, long milliseconds) {
    private static final long LEAST_MEGABYTES = 64;
    private static final long STEP = 100;

    /** Returns what is billed of an execution that has taken so long. */
    public static Billing of(Duration taken) {
        return new Billing(LEAST_MEGABYTES, Math.max(1, (taken.toMillis() + STEP - 1) / STEP) * STEP);
    }
}
