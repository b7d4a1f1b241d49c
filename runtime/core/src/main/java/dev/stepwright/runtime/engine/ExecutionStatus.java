package dev.stepwright.runtime.engine;

/** How far an execution is, by the names that AWS uses. */
public enum ExecutionStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    ABORTED
}
