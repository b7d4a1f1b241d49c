package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.Plan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the execution has ended with what is decided again. What checks have said then counts, whatever they would say now: the process that decides
 * again may have others.
 *
 * @param error null if it went on, or ended without
 * @param refusals what was refused to tasks of Map Runs, by the number of the task; null if that is not known
 */
record Precedent(
        @Nullable String error,
        @Nullable String cause,
        @Nullable Map<Long, String> refusals) {
    /** Returns what was wrong with the output; null if it was right, or there was none. */
    @Nullable
    String outputProblem() {
        return Plan.INVALID_OUTPUT.equals(error) ? cause : null;
    }

    /**
     * Returns why the task of a state was refused; null if it was not. Nothing recovers from a refusal, so it has ended the execution.
     *
     * @param visit how causes of the state's {@code States.Runtime} errors begin, which no other visit has
     */
    @Nullable
    String refusal(String visit) {
        return ExecutionError.RUNTIME.equals(error) && cause != null && cause.startsWith(visit)
                ? cause.substring(visit.length())
                : null;
    }
}
