package dev.stepwright.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * A timer that has been started and has not fired.
 *
 * @param frame the frame that waits; null for the execution's own timer
 */
record OpenTimer(long id, TimerPurpose purpose, @Nullable Frame frame) {}
