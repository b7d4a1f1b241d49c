package dev.stepwright.services;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import software.amazon.awssdk.core.SdkClient;
import tools.jackson.databind.JsonNode;

/** A machine of one Task state, on an engine whose services are those of clients. */
record OneTask(Engine engine, String resource) implements AutoCloseable {
    static OneTask of(String resource, SdkClient... clients) {
        return of(EngineConfig.builder(), resource, clients);
    }

    static OneTask of(EngineConfig.Builder engine, String resource, SdkClient... clients) {
        return new OneTask(
                Engine.create(engine.runner(AwsServices.of(clients)).build()), "arn:aws:states:::" + resource);
    }

    Execution<JsonNode> start(String parameters) {
        return start(parameters, "");
    }

    /** @param fields further fields of the state, each followed by a comma */
    Execution<JsonNode> start(String parameters, String fields) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {
                  "Type": "Task", "Resource": "%s", %s "Parameters": %s, "End": true}}}""".formatted(resource, fields, parameters);
        return engine.register(
                        "machine",
                        StateMachineDefinition.of(JsonDocument.parse(definition).root()),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.none())
                .start(JsonDocument.parse("{}").root());
    }

    /** Returns the result of the task. */
    JsonNode result(String parameters) {
        return start(parameters).await().output();
    }

    /** Returns how the task has failed. */
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
