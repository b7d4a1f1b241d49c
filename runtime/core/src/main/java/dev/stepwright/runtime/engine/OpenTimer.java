package dev.stepwright.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * A timer that has been started and has not fired.
 *
 * @param frame the frame that waits; null for the execution's own timer
 * @param start the command that started it
 */
record OpenTimer(@Nullable Frame frame, Command.StartTimer start) {
    long id() {
        return start.timerId();
    }

    TimerPurpose purpose() {
        return start.purpose();
    }
}
