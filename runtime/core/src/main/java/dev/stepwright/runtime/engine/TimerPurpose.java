package dev.stepwright.runtime.engine;

/** What a timer is for. */
public enum TimerPurpose {
    /** A Wait state. */
    WAIT,
    /** The pause before a retry. */
    RETRY,
    /** {@code TimeoutSeconds} of a Task. */
    TASK_TIMEOUT,
    /** {@code HeartbeatSeconds} of a Task. */
    HEARTBEAT,
    /** {@code TimeoutSeconds} of the machine. */
    EXECUTION_TIMEOUT
}
