package dev.stepwright.testkit;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that was handed over, and what became of it.
 *
 * @param attempt 1, then one more for each retry
 * @param course what came after it was scheduled; the last is its end, if it has come to one
 */
record RecordedTask(Stay stay, int attempt, Instant time, Event.TaskScheduled scheduled, List<HistoryEntry> course) {
    RecordedTask(Stay stay, int attempt, Instant time, Event.TaskScheduled scheduled) {
        this(stay, attempt, time, scheduled, new ArrayList<>());
    }

    /** Returns what is the same for this task in another execution of the machine. */
    String place() {
        return stay.place() + "/" + attempt;
    }

    /** Returns how it has ended; empty if it has not. */
    Optional<Event> end() {
        Event last =
                course.isEmpty() ? scheduled : course.get(course.size() - 1).event();
        boolean isOpen = last instanceof Event.TaskScheduled
                || last instanceof Event.TaskStarted
                || last instanceof Event.TaskSubmitted;
        return isOpen ? Optional.empty() : Optional.of(last);
    }

    /** Returns the error that a task has ended with, or null. */
    static @Nullable String error(Event end) {
        if (end instanceof Event.TaskFailed failed) {
            return failed.error();
        }
        if (end instanceof Event.TaskSubmitFailed failed) {
            return failed.error();
        }
        return end instanceof Event.TaskTimedOut ? "States.Timeout" : null;
    }
}
