package dev.stepwright.runtime.task;

import java.util.concurrent.TimeoutException;

/** Says which ASL error an exception of a handler is. */
@FunctionalInterface
public interface ErrorNaming {
    /** {@code States.Timeout} for a {@link TimeoutException}, for all others the full class name, as a Java Lambda reports it. */
    ErrorNaming CLASS_NAMES = thrown -> thrown instanceof TimeoutException
            ? "States.Timeout"
            : thrown.getClass().getName();

    /** Returns the error name of an exception that is no {@link TaskFailure}. */
    String nameOf(Throwable thrown);
}
