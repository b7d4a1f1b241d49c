package dev.stepwright.runtime.log;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import java.util.Set;

/**
 * Which events of an execution are logged.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">AWS: log levels</a>
 */
public enum LogLevel {
    /** All events. */
    ALL,
    /** What has failed, timed out or been aborted, at whatever place, and that a Fail state is entered. */
    ERROR,
    /** That the execution has failed, timed out or been aborted. */
    FATAL,
    /** No event. */
    OFF;

    private static final Set<Class<? extends Event>> FATAL_EVENTS =
            Set.of(Event.ExecutionFailed.class, Event.ExecutionAborted.class, Event.ExecutionTimedOut.class);
    private static final Set<Class<? extends Event>> INNER_ERRORS = Set.of(
            Event.StateAborted.class,
            Event.StateFailed.class,
            Event.EvaluationFailed.class,
            Event.TaskFailed.class,
            Event.TaskSubmitFailed.class,
            Event.TaskTimedOut.class,
            Event.IterationFailed.class,
            Event.IterationAborted.class,
            Event.MapRunFailed.class,
            Event.MapRunAborted.class);

    /** Returns whether an event is logged at this level. */
    public boolean includes(Event event) {
        return switch (this) {
            case ALL -> true;
            case ERROR -> isFatal(event) || isError(event);
            case FATAL -> isFatal(event);
            case OFF -> false;
        };
    }

    private static boolean isFatal(Event event) {
        return FATAL_EVENTS.contains(event.getClass());
    }

    private static boolean isError(Event event) {
        return INNER_ERRORS.contains(event.getClass())
                || event instanceof Event.StateEntered entered && entered.kind() == StateKind.FAIL;
    }
}
