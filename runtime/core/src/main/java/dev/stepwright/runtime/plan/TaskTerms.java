package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.evaluate.Expression;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a task runs.
 *
 * @param timeoutSeconds null if the state has none
 * @param heartbeatSeconds null if the state has none
 * @param roleArn gives the role of {@code Credentials}; null if the state has none
 */
public record TaskTerms(
        @Nullable NumberField timeoutSeconds,
        @Nullable NumberField heartbeatSeconds,
        @Nullable Expression roleArn) {}
