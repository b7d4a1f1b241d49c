package dev.stepwright.runtime.store;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of an execution before its first event.
 *
 * @param definition what it runs; later definitions of its machine do not matter to it
 * @param inputText the input as the caller wrote it, or null
 * @param note what its starter wants to find again, or null; the engine does not look at it
 */
public record ExecutionHeader(
        ExecutionIdentity identity,
        StateMachineDefinition definition,
        JsonNode input,
        @Nullable String inputText,
        @Nullable String note) {
    /** Returns about how many bytes of memory it takes. */
    public long weight() {
        return Weight.of(this);
    }
}
