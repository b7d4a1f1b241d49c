package dev.stepwright.runtime;

import java.util.NoSuchElementException;

/** There is no execution of that name or ARN, or none any more. */
public final class ExecutionDoesNotExistException extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    public ExecutionDoesNotExistException(String executionArn) {
        super("Execution Does Not Exist: '" + executionArn + "'");
    }
}
