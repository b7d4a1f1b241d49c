package dev.stepwright.runtime;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution that is to be started, with all that can be said of it.
 *
 * @param name null for a new name
 * @param inputText the input as the caller wrote it, which the history shows; null if it was not given as text
 * @param roleArn the role that context object and history show; null for that of the engine
 * @param versionArn the version of the machine that the caller named, which the history shows; or null
 * @param aliasArn the alias of the machine that the caller named, which the history shows; or null
 * @param note what the caller wants to find again in the description of the execution, or null
 * @param isSynchronous whether the caller waits for the end, as of Express executions it may; their context object shows no {@code RedriveCount}
 */
public record StartRequest(
        @Nullable String name,
        JsonNode input,
        @Nullable String inputText,
        @Nullable String roleArn,
        @Nullable String versionArn,
        @Nullable String aliasArn,
        @Nullable String note,
        boolean isSynchronous) {
    /** Returns a request without a note, of one who does not wait. */
    public StartRequest(
            @Nullable String name,
            JsonNode input,
            @Nullable String inputText,
            @Nullable String roleArn,
            @Nullable String versionArn,
            @Nullable String aliasArn) {
        this(name, input, inputText, roleArn, versionArn, aliasArn, null, false);
    }
}
