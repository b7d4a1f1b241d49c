package dev.stepwright.server.trial;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.plan.TaskTerms;
import dev.stepwright.runtime.task.TaskResource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A task that is ready to be done.
 *
 * @param timeout after which the state fails
 * @param roleArn the role of {@code Credentials}; null if the state has none
 */
record TriedTask(
        String state,
        TaskResource resource,
        JsonNode input,
        Duration timeout,
        @Nullable String roleArn) {
    /** AWS: a trial runs for five minutes at most. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * Returns a task with its effective input.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if a time limit or the role has no value
     */
    static TriedTask of(TaskStep step, JsonNode input, Bindings bindings) {
        TaskTerms terms = step.terms();
        Duration timeout = timeout(terms.timeoutSeconds(), bindings);
        if (terms.heartbeatSeconds() != null) {
            terms.heartbeatSeconds().value(bindings); // a trial waits for no heartbeats, but needs a number
        }
        return new TriedTask(
                step.name(),
                step.resource(),
                input,
                timeout,
                terms.roleArn() == null
                        ? null
                        : terms.roleArn().evaluate(bindings).asString(""));
    }

    private static Duration timeout(@Nullable NumberField field, Bindings bindings) {
        Duration given = field == null ? LONGEST : Duration.ofSeconds((long) field.value(bindings));
        return given.compareTo(LONGEST) < 0 ? given : LONGEST;
    }
}
