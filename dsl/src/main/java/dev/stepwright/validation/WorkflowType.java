package dev.stepwright.validation;

/** The two types of state machines that AWS has. */
public enum WorkflowType {
    /** Runs up to a year, each step at least recorded. */
    STANDARD,
    /** Runs up to five minutes; no jobs, callbacks or activities. */
    EXPRESS
}
