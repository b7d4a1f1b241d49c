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
 * @param startedBy the {@code attemptId} of the task that has started it under a name of its own, by which the task finds it again; null where none has
 */
public record ExecutionHeader(
        ExecutionIdentity identity,
        StateMachineDefinition definition,
        JsonNode input,
        @Nullable String inputText,
        @Nullable String note,
        @Nullable String startedBy) {
    /** Returns what is known of an execution that no task has started, or under no name of its own. */
    public ExecutionHeader(
            ExecutionIdentity identity,
            StateMachineDefinition definition,
            JsonNode input,
            @Nullable String inputText,
            @Nullable String note) {
        this(identity, definition, input, inputText, note, null);
    }

    /** Returns about how many bytes of memory it takes. */
    public long weight() {
        return Weight.of(this);
    }
}
