package dev.stepwright.runtime;

/** Watches executions. Called on the engine's threads, for one execution in the order of its events; it must not block. */
@FunctionalInterface
public interface ProgressListener {
    /** Tells of something that has happened and has been stored. */
    void on(Progress progress);
}
