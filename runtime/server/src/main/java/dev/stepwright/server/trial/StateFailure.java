package dev.stepwright.server.trial;

import dev.stepwright.runtime.plan.ParallelStep;
import dev.stepwright.runtime.plan.Step;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The state has failed. */
final class StateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String TIMEOUT = "States.Timeout";

    private final @Nullable String error;
    private final @Nullable String cause;

    StateFailure(@Nullable String error, @Nullable String cause) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
    }

    static StateFailure of(Throwable thrown) {
        Throwable reason =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (reason instanceof StateFailure failure) {
            return failure;
        }
        return reason instanceof TimeoutException
                ? new StateFailure(TIMEOUT, null)
                : new StateFailure("States.Runtime", String.valueOf(reason));
    }

    /** @param excess in what the result exceeds what is allowed, as {@link dev.stepwright.runtime.engine.Limits#excessOf} tells it */
    static StateFailure tooLarge(String name, String excess) {
        return new StateFailure(
                "States.DataLimitExceeded", "The state/task '" + name + "' returned a result " + excess + ".");
    }

    @Nullable
    String error() {
        return error;
    }

    @Nullable
    String causeText() {
        return cause;
    }

    boolean isTerminal() {
        return "States.Runtime".equals(error);
    }

    /** Returns a second name under which rules may know the error. */
    @Nullable
    String alias(Step step) {
        if ("States.ReferencePathConflict".equals(error)) {
            return "States.ResultPathMatchFailure";
        }
        return step instanceof ParallelStep ? "States.BranchFailed" : null;
    }

    /** Returns the Error Output. AWS: a timeout has an empty cause there; what is missing otherwise is null. */
    JsonNode output() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Error", error)
                .put("Cause", cause == null && TIMEOUT.equals(error) ? "" : cause);
    }
}
