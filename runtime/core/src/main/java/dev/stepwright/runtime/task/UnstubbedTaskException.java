package dev.stepwright.runtime.task;

import dev.stepwright.dsl.ErrorName;

/**
 * A test runs into a task whose double was not told what to do. Ends the execution: no {@code Retry} or {@code Catch} takes it for a failure of the
 * task.
 */
@ErrorName("States.Runtime")
public final class UnstubbedTaskException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param message what the test has to say, and where */
    public UnstubbedTaskException(String message) {
        super(message);
    }
}
