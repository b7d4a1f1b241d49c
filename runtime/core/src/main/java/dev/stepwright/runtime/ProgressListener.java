package dev.stepwright.runtime;

/**
 * Watches executions, whichever machine they are of. Called on the engine's threads, for one execution in the order of its events, for several at the same
 * time; it must not block. What it throws is logged, and the execution goes on. After a crash, what was stored just before it is not told any more.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Tells of something that has happened and has been stored. */
    void on(Progress progress);
}
