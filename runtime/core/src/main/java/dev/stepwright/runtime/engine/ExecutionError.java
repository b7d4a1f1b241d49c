package dev.stepwright.runtime.engine;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a state has failed.
 *
 * @param alias a second name under which {@code Retry} and {@code Catch} may know the error, or null
 * @param isTerminal whether nothing can retry or catch it
 */
record ExecutionError(
        @Nullable String error,
        @Nullable String cause,
        @Nullable String alias,
        boolean isTerminal) {
    static final String RUNTIME = "States.Runtime";
    static final String DATA_LIMIT = "States.DataLimitExceeded";

    static ExecutionError of(@Nullable String error, @Nullable String cause) {
        return new ExecutionError(error, cause, null, RUNTIME.equals(error));
    }

    /**
     * A value that a state or a task has given is larger than allowed.
     *
     * @param excess as {@link PayloadSize#excess} tells it
     */
    static ExecutionError tooLarge(String name, boolean isTerminal, String excess) {
        return new ExecutionError(
                DATA_LIMIT, "The state/task '" + name + "' returned a result " + excess + ".", null, isTerminal);
    }

    /**
     * The input that a state has made for its task, branch or item is larger than allowed.
     *
     * @param excess as {@link PayloadSize#excess} tells it
     */
    static ExecutionError inputTooLarge(String name, String excess) {
        return new ExecutionError(DATA_LIMIT, "The state '" + name + "' made an input " + excess + ".", null, true);
    }

    static ExecutionError timeout() {
        return new ExecutionError("States.Timeout", null, null, false);
    }

    static ExecutionError heartbeatTimeout() {
        return new ExecutionError("States.Timeout", null, "States.HeartbeatTimeout", false);
    }

    ExecutionError withAlias(String other) {
        return new ExecutionError(error, cause, other, isTerminal);
    }

    /** Returns the Error Output. AWS: a timeout has an empty cause there; what is missing otherwise is null. */
    JsonNode output() {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("Error", error);
        output.put("Cause", cause == null && "States.Timeout".equals(error) ? "" : cause);
        return output;
    }
}
