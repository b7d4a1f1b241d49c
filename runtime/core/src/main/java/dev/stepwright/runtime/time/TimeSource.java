package dev.stepwright.runtime.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The engine's only door to time: what time it is, and being called at a time. {@link RealTime} follows the machine's clock,
 * {@link VirtualTime} is moved by a test.
 *
 * <p>The engine says when it has work in hand ({@link #workBegins}) and when it is done ({@link #workEnds}); a virtual clock
 * moves on only while there is none.
 */
public interface TimeSource extends AutoCloseable {
    /** Returns the present time. */
    Instant now();

    /**
     * Has an action run once, at a time or soon after it; at once if the time has passed. The action must not block.
     *
     * @return a handle that takes the action back
     */
    Alarm at(Instant due, Runnable action);

    /**
     * As {@link #at}, for what is due because so much time has passed, not because of a date: a clock that is set back meanwhile does not make it later,
     * if this time source can tell. One that is set forward makes it due.
     *
     * @param delay how much time is to pass; less than there is until {@code due} where the clock was set back before. At once if it is negative
     */
    default Alarm after(Duration delay, Instant due, Runnable action) {
        Instant end = now().plus(delay);
        return at(due.isBefore(end) ? due : end, action);
    }

    /** Has an action run after a delay from now on, as {@link #after(Duration, Instant, Runnable)} does. */
    default Alarm after(Duration delay, Runnable action) {
        return after(delay, now().plus(delay), action);
    }

    /** Says that a piece of work has begun that is not waiting for time to pass. Pieces may overlap. */
    default void workBegins() {}

    /** Says that a piece of work has ended. */
    default void workEnds() {}

    /** Drops all actions that have not run and ends the threads. */
    @Override
    void close();

    /** An action that waits for its time. */
    @FunctionalInterface
    interface Alarm {
        /** Takes the action back; without effect if it has run. */
        void cancel();
    }
}
