package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Bindings;
import java.time.Instant;

/** Until when a Wait state waits. */
@FunctionalInterface
public interface WaitTime {
    /**
     * Returns the end of the wait, which may have passed.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if it cannot be told
     */
    Instant until(Bindings bindings);
}
