package dev.stepwright.services.http;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.services.connection.Connection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A machine of one HTTP Task, whose input is the parameters of the task; the connection is {@code Api}. */
record OneHttpTask(Engine engine) implements OneCall {
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

    @Override
    public String action() {
        return "http:invoke";
    }

    @Override
    public String fields() {
        return "";
    }

    /** Returns all that the history of an execution holds. */
    String history(Execution<JsonNode> execution) {
        return execution.history().stream()
                .map(event -> JsonText.compact(event.details()))
                .collect(Collectors.joining("\n"));
    }
}
