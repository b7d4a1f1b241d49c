package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.WaitStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer that has been started and has not fired.
 *
 * @param frame the frame that waits; null for the execution's own timer
 * @param start the command that started it
 */
record OpenTimer(@Nullable Frame frame, Command.StartTimer start) {
    /** As {@link Command.StartTimer} has it; the step of the frame says whether a Wait is for a date. */
    static OpenTimer of(
            long id,
            Instant due,
            TimerPurpose purpose,
            @Nullable Frame frame,
            @Nullable String stateName,
            @Nullable String error) {
        boolean isDate =
                purpose == TimerPurpose.WAIT && frame != null && frame.step instanceof WaitStep wait && wait.isDate();
        return new OpenTimer(frame, new Command.StartTimer(id, due, isDate, purpose, stateName, error));
    }

    long id() {
        return start.timerId();
    }

    TimerPurpose purpose() {
        return start.purpose();
    }
}
