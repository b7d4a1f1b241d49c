package dev.stepwright.runtime;

/** A task token is not good any more, or never was. */
public final class TaskTokenException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with a token. */
    public enum Reason {
        /** The text is no task token. AWS: InvalidToken. */
        INVALID_TOKEN,
        /** There is no execution that could have the task. AWS: TaskDoesNotExist. */
        TASK_DOES_NOT_EXIST,
        /** The task has ended. AWS: TaskTimedOut. */
        TASK_TIMED_OUT
    }

    private final Reason reason;

    TaskTokenException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns what is wrong with the token. */
    public Reason reason() {
        return reason;
    }
}
