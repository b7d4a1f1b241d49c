package dev.stepwright.services.http;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import tools.jackson.databind.JsonNode;

/**
 * A machine of one task of EKS, whose input is the parameters of the task.
 *
 * @param fields further fields of the state, each followed by a comma
 */
record OneClusterTask(Engine engine, String action, String fields) implements AutoCloseable {
    static OneClusterTask of(EngineConfig.Builder config, EksTasks tasks, String action) {
        return new OneClusterTask(
                Engine.create(config.region("eu-west-1").runner(tasks).build()), action, "");
    }

    /** @param more further parameters, each after a comma */
    static String parameters(Object endpoint, String authority, String more) {
        return """
                {"ClusterName": "c", "Endpoint": "%s", "CertificateAuthority": "%s"%s}""".formatted(endpoint, authority, more);
    }

    Execution<JsonNode> start(String parameters) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {
                  "Type": "Task", "Resource": "arn:aws:states:::eks:%s", %s "End": true}}}""".formatted(action, fields);
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

    @Override
    public void close() {
        engine.close();
    }
}
