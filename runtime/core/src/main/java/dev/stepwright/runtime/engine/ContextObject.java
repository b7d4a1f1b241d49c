package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.HandlesErrors;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The context object, {@code $$} and {@code $states.context}. Made when an expression asks for it.
 *
 * @see <a href="https://states-language.net/spec.html#context-object">ASL: The Context Object</a>
 */
final class ContextObject {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ContextObject() {}

    static JsonNode of(Frame frame) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ExecutionIdentity identity = frame.lineage.identity;
        ObjectNode execution = context.putObject("Execution");
        execution.put("Id", identity.arn());
        execution.set("Input", frame.lineage.input);
        execution.put("StartTime", text(identity.startTime()));
        execution.put("Name", identity.name());
        execution.put("RoleArn", identity.roleArn());
        if (!identity.isSynchronous()) {
            execution.put("RedriveCount", frame.lineage.redriveCount);
            if (frame.lineage.redriveTime != null) {
                execution.put("RedriveTime", text(frame.lineage.redriveTime));
            }
        }
        context.putObject("StateMachine").put("Id", identity.machineArn()).put("Name", identity.machineName());
        state(frame, context.putObject("State"));
        task(frame, context);
        item(frame, context);
        return context;
    }

    private static void state(Frame frame, ObjectNode state) {
        state.put("Name", frame.step.name());
        state.put("EnteredTime", text(frame.enteredTime));
        if (frame.step instanceof HandlesErrors) {
            state.put("RetryCount", frame.retryCount);
        }
    }

    private static void task(Frame frame, ObjectNode context) {
        if (frame.task != null && frame.task.token != null && frame.task.showsToken()) {
            context.putObject("Task").put("Token", frame.task.token);
        }
    }

    private static void item(Frame frame, ObjectNode context) {
        MapItem item = frame.nearestItem();
        if (item != null) {
            context.putObject("Map").set("Item", item.shown());
        }
    }

    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }
}
