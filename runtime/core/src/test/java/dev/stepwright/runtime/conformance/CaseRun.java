package dev.stepwright.runtime.conformance;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ActivityTask;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Runs a recorded case in an engine of its own, in virtual time. */
final class CaseRun {
    record Result(ExecutionDescription execution, List<HistoryEvent> history) {}

    private final RecordedCase recorded;

    CaseRun(RecordedCase recorded) {
        this.recorded = recorded;
    }

    Result run() throws Exception {
        VirtualTime time = VirtualTime.automatic(RecordedCase.START);
        MockFunctions functions = new MockFunctions(recorded.json().path("mocks"), time);
        EngineConfig.Builder config =
                EngineConfig.builder().time(time).handlers(functions.handlers()).runner(functions);
        if (recorded.json().path("mocks").isEmpty()) {
            config.runner(new RecordedAnswers(recorded.json()));
        }
        try (Engine engine = Engine.create(config.build())) {
            prepare(engine);
            Execution<JsonNode> execution = register(engine)
                    .startFromText(
                            "run", JsonDocument.parse(recorded.inputText()).root(), recorded.inputText());
            execution.outcome().toCompletableFuture().get(20, TimeUnit.SECONDS);
            return new Result(execution.description(), execution.history());
        }
    }

    private Workflow<JsonNode, JsonNode> register(Engine engine) {
        StateMachineDefinition definition = recorded.definition();
        return recorded.json().path("type").asString("").equals("EXPRESS")
                ? engine.registerExpress("Recorded", definition, JsonNode.class, JsonNode.class, TaskHandlers.none())
                : engine.register("Recorded", definition, JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private void prepare(Engine engine) {
        for (JsonNode activity : recorded.json().path("activities")) {
            String arn = engine.activities().create(activity.path("name").stringValue());
            if (activity.path("deleted").asBoolean(false)) {
                engine.activities().delete(arn);
            } else {
                work(engine, arn, recorded.json().path("mocks").path(arn));
            }
        }
        for (JsonNode companion : recorded.json().path("companions")) {
            engine.register(
                    companion.path("name").stringValue(),
                    StateMachineDefinition.of(companion.path("definition")),
                    JsonNode.class,
                    JsonNode.class,
                    TaskHandlers.none());
        }
    }

    private static void work(Engine engine, String arn, JsonNode mock) {
        engine.activities()
                .poll(arn, mock.path("workerName").asString("conformance"))
                .thenAccept(task -> answer(engine, mock, task));
    }

    private static void answer(Engine engine, JsonNode mock, ActivityTask task) {
        if (mock.path("behaviour").asString("").equals("take_only")) {
            return;
        }
        if (mock.path("heartbeat").asBoolean(false)) {
            engine.sendTaskHeartbeat(task.taskToken());
        }
        try {
            engine.sendTaskSuccess(task.taskToken(), MockFunctions.behave(mock, task.input(), 0));
        } catch (TaskFailure failure) {
            boolean fromInput = mock.path("errorMessageFrom").asString("").equals("input");
            JsonNode message = mock.path("errorMessage");
            engine.sendTaskFailure(
                    task.taskToken(),
                    failure.error(),
                    fromInput ? JsonText.compact(task.input()) : message.isString() ? message.stringValue() : null);
        }
    }
}
