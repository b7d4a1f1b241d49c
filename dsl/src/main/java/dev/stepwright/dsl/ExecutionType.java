package dev.stepwright.dsl;

/** What kind of executions a state machine has, or works on the items of a distributed Map state. */
public enum ExecutionType {
    /** Up to a year, every step once, with a history. */
    STANDARD,
    /** Up to five minutes; a step may be repeated. */
    EXPRESS
}
