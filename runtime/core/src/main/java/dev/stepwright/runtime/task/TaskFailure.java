package dev.stepwright.runtime.task;

import dev.stepwright.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A task has failed with an error that {@code Retry} and {@code Catch} can name. Generated code has a subclass for each error
 * that a definition names.
 */
public class TaskFailure extends Exception {
    /**
     * The error of a task that must not be done twice and was being done when the engine stopped: it may have been done or not. See {@link
     * TaskHandlers.Builder#atMostOnce}.
     */
    public static final String INTERRUPTED = "Stepwright.TaskInterrupted";

    /** The error of a task whose input a check has refused; nobody has been asked to do it. */
    public static final String INVALID_INPUT = "Stepwright.InvalidTaskInput";

    /** The error of a task that was done, and whose result a check has refused. */
    public static final String INVALID_OUTPUT = "Stepwright.InvalidTaskOutput";

    private static final long serialVersionUID = 1L;

    private final @Nullable String error;
    private final @Nullable String cause;

    /**
     * @param error the error name, for example {@code CardDeclined}; null if there is none to tell
     * @param cause what a person should know about it; null if there is nothing
     */
    public TaskFailure(@Nullable String error, @Nullable String cause) {
        super(cause == null ? error : error + ": " + cause);
        this.error = error;
        this.cause = cause;
    }

    /**
     * Returns the failure of a task whose parameters do not fit; nothing has been called then.
     *
     * @param problems each as AWS words it, for example {@code The field "X" is not supported by Step Functions}
     */
    public static TaskFailure ofParameters(JsonNode parameters, List<String> problems) {
        return new TaskFailure(
                "States.Runtime",
                "The Parameters '" + JsonText.compact(parameters) + "' could not be used to start the Task: ["
                        + String.join(", ", problems) + "]");
    }

    /** Returns the error name, or null. */
    public @Nullable String error() {
        return error;
    }

    /** Returns what a person should know, or null. Not the Java cause, which is {@link #getCause}. */
    public @Nullable String causeText() {
        return cause;
    }

    /** Returns the JSON text with which a Lambda function reports a failure: {@code {"errorMessage":...,"errorType":...}}. */
    static String functionReport(@Nullable String type, @Nullable String message) {
        return JsonText.compact(JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", message == null ? "" : message)
                .put("errorType", type == null ? "Error" : type));
    }
}
