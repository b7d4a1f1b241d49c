package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ErrorMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a state has failed. AWS: names have at most 256 characters, causes 32,768; what is longer is cut.
 *
 * @param aliases other names under which {@code Retry} and {@code Catch} may know the error
 * @param isTerminal whether nothing can retry or catch it
 */
record ExecutionError(@Nullable String error, @Nullable String cause, List<String> aliases, boolean isTerminal) {
    static final String RUNTIME = "States.Runtime";
    static final String REFERENCE_PATH_CONFLICT = "States.ReferencePathConflict";
    static final String DATA_LIMIT = "States.DataLimitExceeded";

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_CAUSE = 32_768;

    ExecutionError {
        error = error == null ? null : cut(error, LONGEST_NAME);
        cause = cause == null ? null : cut(cause, LONGEST_CAUSE);
    }

    /** Returns a cause as it may be told. */
    static String cause(String text) {
        return cut(text, LONGEST_CAUSE);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static ExecutionError of(@Nullable String error, @Nullable String cause) {
        return new ExecutionError(error, cause, List.of(), RUNTIME.equals(error));
    }

    /**
     * A value that a state or a task has given is larger than allowed.
     *
     * @param excess as {@link PayloadSize#excess} tells it
     */
    static ExecutionError tooLarge(String name, boolean isTerminal, String excess) {
        return new ExecutionError(
                DATA_LIMIT, "The state/task '" + name + "' returned a result " + excess + ".", List.of(), isTerminal);
    }

    /**
     * The input that a state has made for its task, branch or item is larger than allowed.
     *
     * @param excess as {@link PayloadSize#excess} tells it
     */
    static ExecutionError inputTooLarge(String name, String excess) {
        return new ExecutionError(
                DATA_LIMIT, "The state '" + name + "' made an input " + excess + ".", List.of(), true);
    }

    /** All variables of the execution have more bytes than allowed, with those that a state assigns. */
    static ExecutionError tooManyVariables(String name, long most) {
        return new ExecutionError(
                DATA_LIMIT,
                "With those that the state '" + name + "' assigns, the variables of the execution have more than "
                        + most + " bytes.",
                List.of(),
                true);
    }

    static ExecutionError timeout() {
        return new ExecutionError("States.Timeout", null, List.of(), false);
    }

    static ExecutionError heartbeatTimeout() {
        return timeout().withAlias("States.HeartbeatTimeout");
    }

    /** Returns the error with one more name that rules may know it by. */
    ExecutionError withAlias(String other) {
        List<String> all = new ArrayList<>(aliases);
        all.add(other);
        return new ExecutionError(error, cause, List.copyOf(all), isTerminal);
    }

    /** Returns whether a rule is for it, by whatever name. */
    boolean isOf(ErrorMatch rule) {
        return rule.matches(error, null) || aliases.stream().anyMatch(alias -> rule.matches(error, alias));
    }

    /** Returns the Error Output. AWS: a timeout has an empty cause there; what is missing otherwise is null. */
    JsonNode output() {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("Error", error);
        output.put("Cause", cause == null && "States.Timeout".equals(error) ? "" : cause);
        return output;
    }
}
