package dev.stepwright.runtime;

/** An execution cannot be redriven; the message says why, in the words of AWS where it has any. */
public final class ExecutionNotRedrivableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ExecutionNotRedrivableException(String reason) {
        super(reason);
    }

    ExecutionNotRedrivableException(IllegalStateException reason) {
        super(reason.getMessage(), reason);
    }
}
