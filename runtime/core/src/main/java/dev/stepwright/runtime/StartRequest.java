package dev.stepwright.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution that is to be started, with all that can be said of it: {@code StartRequest.of(input).named("order-7").withNote("by hand")}.
 *
 * @param name null for a new name
 * @param inputText the input as the caller wrote it, which the history shows; null if it was not given as text
 * @param roleArn the role that context object and history show; null for that of the engine
 * @param versionArn the version of the machine that the caller named, which the history shows; or null
 * @param aliasArn the alias of the machine that the caller named, which the history shows; or null
 * @param note what the caller wants to find again in the description of the execution, or null
 * @param isSynchronous whether the caller waits for the end, as of Express executions it may; their context object shows no {@code RedriveCount}
 * @param earliest when it starts, if the clock of the engine is not as far: it was set back since something that has to come before; or null
 */
public record StartRequest(
        @Nullable String name,
        JsonNode input,
        @Nullable String inputText,
        @Nullable String roleArn,
        @Nullable String versionArn,
        @Nullable String aliasArn,
        @Nullable String note,
        boolean isSynchronous,
        @Nullable Instant earliest) {
    /** Returns a request for an execution under a new name, of one who does not wait for its end; nothing else is said of it. */
    public static StartRequest of(JsonNode input) {
        return new StartRequest(null, input, null, null, null, null, null, false, null);
    }

    /** Returns this request with another name; null for a new one. */
    public StartRequest named(@Nullable String value) {
        return new StartRequest(value, input, inputText, roleArn, versionArn, aliasArn, note, isSynchronous, earliest);
    }

    /** Returns this request with its input as the caller wrote it; null if it was not given as text. */
    public StartRequest withText(@Nullable String value) {
        return new StartRequest(name, input, value, roleArn, versionArn, aliasArn, note, isSynchronous, earliest);
    }

    /** Returns this request with another role; null for that of the engine. */
    public StartRequest withRole(@Nullable String value) {
        return new StartRequest(name, input, inputText, value, versionArn, aliasArn, note, isSynchronous, earliest);
    }

    /** Returns this request with the version and the alias that the caller named; null for none. */
    public StartRequest naming(@Nullable String version, @Nullable String alias) {
        return new StartRequest(name, input, inputText, roleArn, version, alias, note, isSynchronous, earliest);
    }

    /** Returns this request with another note; null for none. */
    public StartRequest withNote(@Nullable String value) {
        return new StartRequest(name, input, inputText, roleArn, versionArn, aliasArn, value, isSynchronous, earliest);
    }

    /** Returns this request with whether the caller waits for the end. */
    public StartRequest synchronous(boolean value) {
        return new StartRequest(name, input, inputText, roleArn, versionArn, aliasArn, note, value, earliest);
    }

    /** Returns this request with a time before which it does not start by its own time, whatever the clock says; null for none. */
    public StartRequest notBefore(@Nullable Instant value) {
        return new StartRequest(name, input, inputText, roleArn, versionArn, aliasArn, note, isSynchronous, value);
    }
}
