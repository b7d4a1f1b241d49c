package dev.stepwright.server.control;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution that was started here, or by an earlier server on the same data.
 *
 * @param run null if it has ended
 * @param known what was known of it when it was looked up
 */
record StartedExecution(@Nullable Execution<JsonNode> run, ExecutionDescription known, Note note) {
    /**
     * What the engine does not know of an execution; kept with it.
     *
     * @param machine the key of the machine
     * @param revision the id of what the machine was when it was started
     * @param startedBy the {@code attemptId} of the task that has started it; null where none has
     */
    record Note(
            String machine,
            String revision,
            @Nullable String traceHeader,
            @Nullable String startedBy) {
        String text() {
            return JsonText.compact(JavaValues.toJson(this));
        }

        static Note of(@Nullable String text) {
            return text == null
                    ? new Note("", "", null, null)
                    : JavaValues.fromJson(JsonDocument.parse(text).root(), Note.class);
        }
    }

    static StartedExecution running(Execution<JsonNode> run) {
        ExecutionDescription known = run.description();
        return new StartedExecution(run, known, Note.of(known.note()));
    }

    static StartedExecution ended(ExecutionDescription known) {
        return new StartedExecution(null, known, Note.of(known.note()));
    }

    String arn() {
        return known.identity().arn();
    }

    /** Returns the execution as it stands. */
    ExecutionDescription now() {
        return run == null ? known : run.description();
    }

    /** Returns whether it runs as far as the store knows, but nobody has taken it up. */
    boolean isUnclaimed() {
        return run == null && known.stopTime() == null;
    }

    CompletionStage<?> outcome() {
        return run == null ? CompletableFuture.completedFuture(null) : run.outcome();
    }

    void stop(@Nullable String error, @Nullable String cause) {
        if (run != null) {
            run.stop(error, cause);
        }
    }
}
