package dev.stepwright.runtime.task;

import dev.stepwright.dsl.ErrorName;
import java.util.concurrent.TimeoutException;

/** Says which ASL error an exception of a handler is. */
@FunctionalInterface
public interface ErrorNaming {
    /**
     * The name in {@link ErrorName} if the class has one; {@code States.Timeout} for a {@link TimeoutException}; for all others the
     * full class name, as a Java Lambda reports it.
     */
    ErrorNaming CLASS_NAMES = thrown -> {
        ErrorName name = thrown.getClass().getAnnotation(ErrorName.class);
        if (name != null) {
            return name.value();
        }
        return thrown instanceof TimeoutException
                ? "States.Timeout"
                : thrown.getClass().getName();
    };

    /** Returns the error name of an exception that is no {@link TaskFailure}. */
    String nameOf(Throwable thrown);
}
