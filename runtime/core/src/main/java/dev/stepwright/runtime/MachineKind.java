package dev.stepwright.runtime;

/** The two kinds of state machines. */
public enum MachineKind {
    /** Names are unique; the history is kept; the limits are those of the engine. */
    STANDARD,
    /** Names may repeat, as every execution has an ARN of its own; nothing is kept; at most five minutes. */
    EXPRESS
}
