package dev.stepwright.runtime;

/** The name of an execution is taken: by one that has ended, or that was started with another input. */
public final class ExecutionAlreadyExistsException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ExecutionAlreadyExistsException(String executionArn) {
        super("Execution Already Exists: '" + executionArn + "'");
    }
}
