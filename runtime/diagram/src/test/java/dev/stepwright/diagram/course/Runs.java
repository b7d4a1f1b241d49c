package dev.stepwright.diagram.course;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Executions in virtual time. The resource {@code fail} fails with the error Boom, {@code once} does so the first time, {@code do} succeeds. */
public final class Runs {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Runs() {}

    public static StateMachineDefinition definition(String json) {
        return StateMachineDefinition.of(JsonDocument.parse(json).root());
    }

    /** Returns the history of an execution that has come to its end. */
    public static List<HistoryEntry> history(String json, String input) {
        return history(json, input, false);
    }

    /** Returns the history of an execution that has failed, was redriven and has come to its end again. */
    static List<HistoryEntry> redriven(String json, String input) {
        return history(json, input, true);
    }

    private static List<HistoryEntry> history(String json, String input, boolean isRedriven) {
        AtomicInteger calls = new AtomicInteger();
        TaskHandlers handlers = TaskHandlers.builder()
                .resource(
                        "arn:aws:states:::do",
                        (data, task) -> JsonDocument.parse("{}").root())
                .resource("arn:aws:states:::fail", (data, task) -> {
                    throw new TaskFailure("Boom", "for a test");
                })
                .resource("arn:aws:states:::once", (data, task) -> {
                    if (calls.getAndIncrement() == 0) {
                        throw new TaskFailure("Boom", "the first time");
                    }
                    return JsonDocument.parse("{}").root();
                })
                .build();
        EngineConfig config =
                EngineConfig.builder().time(VirtualTime.automatic(START)).build();
        try (Engine engine = Engine.create(config)) {
            var execution = engine.register("test", definition(json), JsonNode.class, JsonNode.class, handlers)
                    .start(JsonDocument.parse(input).root());
            execution.await();
            if (isRedriven) {
                execution.redrive().await();
            }
            return engine.history(execution.arn(), 0, Integer.MAX_VALUE);
        }
    }
}
