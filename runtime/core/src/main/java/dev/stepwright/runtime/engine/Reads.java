package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ReaderPlan;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading the items of a distributed Map: a task without events of its own. */
final class Reads {
    private final Activation activation;
    private final MapWork work;

    Reads(Activation activation) {
        this.activation = activation;
        this.work = new MapWork(activation);
    }

    void begin(MapStep step, Frame frame, JsonNode parameters, double mostItems) {
        if (mostItems < 0) {
            failed(frame, "field MaxItems must be positive");
            return;
        }
        TaskRequest request = new TaskRequest(
                activation.state.identity.arn(),
                ++activation.state.lastTask,
                step.name(),
                reader(step).resource(),
                parameters,
                frame.retryCount + 1,
                null,
                null,
                null);
        OpenRead read = new OpenRead(frame, step, request);
        activation.state.reads.put(read.id(), read);
        frame.read = read;
        activation.command(new Command.ScheduleTask(request));
    }

    private static ReaderPlan reader(MapStep step) {
        return Objects.requireNonNull(step.terms().reader(), "a Map that reads has a reader");
    }

    void succeeded(OpenRead read, JsonNode answer) {
        drop(read);
        try {
            List<JsonNode> items = reader(read.step()).format().items(answer);
            work.goOn(read.step(), read.frame(), items);
        } catch (EvaluationFailure e) {
            if (e.error().equals(ItemFormat.READER_FAILED)) {
                failed(read.frame(), e.detail());
            } else {
                activation.recovering.evaluationFailed(read.frame(), e);
            }
        }
    }

    void failed(OpenRead read, @Nullable String cause) {
        drop(read);
        failed(read.frame(), cause);
    }

    private void failed(Frame frame, @Nullable String cause) {
        ExecutionError error = ExecutionError.of(ItemFormat.READER_FAILED, cause);
        activation.record(frame, new Event.MapRunFailed(error.error(), error.cause()));
        activation.recovering.failed(frame, error);
    }

    void cancel(OpenRead read) {
        activation.command(new Command.CancelTask(read.id()));
        drop(read);
    }

    private void drop(OpenRead read) {
        activation.state.reads.remove(read.id());
        read.frame().read = null;
    }
}
