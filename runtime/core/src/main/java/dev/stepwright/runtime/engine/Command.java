package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.task.TaskRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something to be done outside, after the events of the decision have been stored. */
public sealed interface Command {
    /**
     * Answer with {@link Stimulus.TaskAccepted} or {@link Stimulus.TaskRefused}: does the activity of this task exist, or does anybody else
     * do the task?
     *
     * @param request what will be handed over, but for its deadline
     */
    record CheckActivity(TaskRequest request) implements Command {}

    record ScheduleTask(TaskRequest request) implements Command {}

    /**
     * Hand over a task that reads an object; its result is the items if they are not in a text, else what holds their text.
     *
     * @param mostItems so many are wanted; 0 for all
     */
    record ReadObject(TaskRequest request, ItemFormat format, long mostItems) implements Command {}

    /**
     * Hand over a task that reads, then the reading of each object that it names; its result is the items in all of them, see {@link
     * dev.stepwright.runtime.items.ObjectItems}.
     *
     * @param mostItems with so many the rest is not read; 0 for all
     */
    record ReadObjects(TaskRequest request, ObjectNames names, long mostItems) implements Command {}

    /**
     * A task that was submitted before the engine stopped is still waited for.
     *
     * @param submission what the call that submitted it answered
     */
    record ResumeTask(TaskRequest request, JsonNode submission) implements Command {}

    /** Nobody waits for this task any more. */
    record CancelTask(long taskId) implements Command {}

    /**
     * Answer with {@link Stimulus.TimerFired} at a time.
     *
     * @param isDate whether it is due at that time by the clock, as a {@code Timestamp} is, and not because so much time has passed
     * @param stateName the state that waits; null for the execution as a whole
     * @param error for a retry: the error that it follows; else null
     */
    record StartTimer(
            long timerId,
            Instant due,
            boolean isDate,
            TimerPurpose purpose,
            @Nullable String stateName,
            @Nullable String error)
            implements Command {}

    record CancelTimer(long timerId) implements Command {}

    /** Answer with {@link Stimulus.Resumed}, after what else is waiting: the decision has been cut short because it was long. */
    record Continue() implements Command {}

    /** The execution has ended; its state says how. */
    record CompleteExecution() implements Command {}
}
