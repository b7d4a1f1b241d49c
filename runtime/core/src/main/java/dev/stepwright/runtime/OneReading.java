package dev.stepwright.runtime;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.task.TaskCompletion;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the answer to one call that reads items of a Map; the first counts. What is wrong with it fails the whole. */
final class OneReading implements TaskCompletion {
    private final TaskCompletion whole;
    private final Consumer<JsonNode> next;
    private final AtomicBoolean hasEnded = new AtomicBoolean();

    OneReading(TaskCompletion whole, Consumer<JsonNode> next) {
        this.whole = whole;
        this.next = next;
    }

    @Override
    public void succeeded(JsonNode result) {
        if (hasEnded.getAndSet(true)) {
            return;
        }
        try {
            next.accept(result);
        } catch (EvaluationFailure e) {
            whole.failed(e.error(), e.detail());
        } catch (RuntimeException | Error e) { // nobody else would end the task; whoever has answered logs it
            whole.failed("States.Runtime", "The items of the objects could not be read: " + e);
            throw e;
        }
    }

    @Override
    public void failed(@Nullable String error, @Nullable String cause) {
        if (!hasEnded.getAndSet(true)) {
            whole.failed(error, cause);
        }
    }

    @Override
    public void started(@Nullable String worker) {
        // only the end of a call counts
    }

    @Override
    public void submitted(JsonNode response) {
        // only the end of a call counts
    }

    @Override
    public void heartbeat() {
        // only the end of a call counts
    }
}
