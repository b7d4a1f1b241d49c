package dev.stepwright.runtime.conformance;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandler;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** The Lambda functions of a case, from their neutral descriptions. A function that sleeps does so in virtual time. */
final class MockFunctions implements TaskRunner {
    private final Map<String, JsonNode> sleeping = new HashMap<>();
    private final TaskHandlers handlers;
    private final TimeSource time;

    MockFunctions(JsonNode mocks, TimeSource time) {
        this.time = time;
        TaskHandlers.Builder builder = TaskHandlers.builder();
        for (Map.Entry<String, JsonNode> mock : mocks.properties()) {
            if (!mock.getKey().contains(":function:")) {
                continue;
            }
            if (mock.getValue().path("behaviour").asString("").equals("sleep")) {
                sleeping.put(mock.getKey(), mock.getValue());
            } else {
                builder.resource(mock.getKey(), handler(mock.getValue()));
            }
        }
        this.handlers = builder.build();
    }

    TaskHandlers handlers() {
        return handlers;
    }

    static TaskHandler handler(JsonNode mock) {
        AtomicInteger calls = new AtomicInteger();
        return (input, context) -> behave(mock, input, calls.getAndIncrement());
    }

    static JsonNode behave(JsonNode mock, JsonNode event, int call) throws TaskFailure {
        String behaviour = mock.path("behaviour").asString("");
        return switch (behaviour) {
            case "identity" -> event;
            case "return" -> mock.path("value");
            case "return_repeated" ->
                StringNode.valueOf(mock.path("text")
                        .stringValue()
                        .repeat(mock.path("count").intValue()));
            case "prefix_python_repr" -> StringNode.valueOf(mock.path("prefix").stringValue() + python(event));
            case "raise" -> throw raise(mock);
            case "fail_n_times" ->
                behave(call < mock.path("times").intValue() ? mock.path("failure") : mock.path("then"), event, call);
            case "sequence" -> {
                JsonNode steps = mock.path("steps");
                yield behave(steps.get(Math.min(call, steps.size() - 1)), event, call);
            }
            default -> throw new IllegalArgumentException("unknown mock behaviour \"" + behaviour + "\"");
        };
    }

    private static TaskFailure raise(JsonNode mock) {
        var report = JsonNodeFactory.instance.objectNode();
        report.put("errorMessage", mock.path("errorMessage").asString(""));
        report.put("errorType", mock.path("errorType").asString("Exception"));
        report.put("requestId", "00000000-0000-0000-0000-000000000000");
        report.putArray("stackTrace");
        return new TaskFailure(mock.path("errorType").asString("Exception"), JsonText.compact(report));
    }

    private static String python(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        return value.isObject() || value.isArray()
                ? JsonText.compact(value).replace('"', '\'').replace(":", ": ").replace(",", ", ")
                : JsonText.compact(value);
    }

    @Override
    public boolean serves(TaskRequest request) {
        return sleepingFunction(request) != null;
    }

    private JsonNode sleepingFunction(TaskRequest request) {
        String name = request.input().path("FunctionName").asString("");
        return sleeping.entrySet().stream()
                .filter(mock -> mock.getKey().equals(request.resource().text())
                        || request.resource().isLambdaInvoke() && mock.getKey().endsWith(":function:" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        JsonNode mock = sleepingFunction(request);
        var due = time.now().plusSeconds(mock.path("seconds").longValue());
        return time.at(due, () -> completion.succeeded(request.input()))::cancel;
    }
}
