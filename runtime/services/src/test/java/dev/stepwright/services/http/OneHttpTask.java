package dev.stepwright.services.http;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.services.connection.Connection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A machine of one HTTP Task, whose input is the parameters of the task; the connection is {@code Api}. */
record OneHttpTask(Engine engine) implements AutoCloseable {
    private static final String ARN = "arn:aws:events:us-east-1:123456789012:connection/Api/81210c42-8af1";

    static OneHttpTask with(Connection connection) {
        return of(HttpTasks.of(Map.of("Api", connection)));
    }

    static OneHttpTask of(HttpTasks tasks) {
        return new OneHttpTask(Engine.create(
                EngineConfig.builder().region("eu-west-1").runner(tasks).build()));
    }

    /** @param more further parameters, each after a comma */
    static String parameters(String method, Object endpoint, String more) {
        return """
                {"ApiEndpoint": "%s", "Method": "%s", "InvocationConfig": {"ConnectionArn": "%s"}%s}""".formatted(endpoint, method, ARN, more);
    }

    Execution<JsonNode> start(String parameters) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {
                  "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "End": true}}}""";
        return engine.register(
                        "machine",
                        StateMachineDefinition.of(JsonDocument.parse(definition).root()),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.none())
                .start(JsonDocument.parse(parameters).root());
    }

    JsonNode result(String parameters) {
        return start(parameters).await().output();
    }

    Outcome.Failed<JsonNode> failure(String parameters) {
        Outcome<JsonNode> outcome = start(parameters).await();
        if (outcome instanceof Outcome.Failed<JsonNode> failed) {
            return failed;
        }
        throw new AssertionError("the task has not failed: " + outcome);
    }

    /** Returns all that the history of an execution holds. */
    String history(Execution<JsonNode> execution) {
        return execution.history().stream()
                .map(event -> JsonText.compact(event.details()))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        engine.close();
    }
}
