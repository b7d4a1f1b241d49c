package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ReaderPlan;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading the items of a distributed Map. */
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
        activation.calls.begin(frame, reader(step).resource(), parameters, (long) mostItems);
    }

    static ReaderPlan reader(MapStep step) {
        return Objects.requireNonNull(step.terms().reader(), "a Map that reads has a reader");
    }

    void succeeded(OpenCall call, JsonNode answer) {
        Frame frame = call.frame();
        try {
            MapItem[] items = items(call, answer);
            boolean isCut = call.mostItems() > 0 && call.mostItems() < items.length;
            work.goOn(call.step(), frame, isCut ? Arrays.copyOf(items, (int) call.mostItems()) : items);
        } catch (EvaluationFailure e) {
            if (e.error().equals(ItemFormat.READER_FAILED)) {
                failed(frame, e.detail());
            } else {
                activation.failing.evaluationFailed(frame, e);
            }
        }
    }

    private static MapItem[] items(OpenCall call, JsonNode answer) {
        ReaderPlan reader = reader(call.step());
        if (reader.objects() != null && answer.isObject()) {
            return MapItem.ofObjects(answer);
        }
        boolean isRead = reader.objects() != null; // by an engine that did not tell where each item comes from
        return MapItem.of(
                isRead ? answer : reader.format().items(answer),
                ObjectNames.source(call.request().input()));
    }

    void failed(Frame frame, @Nullable String cause) {
        ExecutionError error = ExecutionError.of(ItemFormat.READER_FAILED, cause);
        activation.events.record(frame, new Event.MapRunFailed(error.error(), error.cause()));
        activation.failing.failed(frame, error);
    }
}
