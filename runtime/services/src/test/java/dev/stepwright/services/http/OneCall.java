package dev.stepwright.services.http;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.task.TaskHandlers;
import tools.jackson.databind.JsonNode;

/** A machine of one Task state, whose input is the parameters of the task. */
interface OneCall extends AutoCloseable {
    Engine engine();

    /** Returns the service and what is done there: {@code http:invoke}. */
    String action();

    /** Returns further fields of the state, each followed by a comma. */
    String fields();

    default Execution<JsonNode> start(String parameters) {
        String definition = """
                {"StartAt": "Call", "States": {"Call": {
                  "Type": "Task", "Resource": "arn:aws:states:::%s", %s "End": true}}}""".formatted(action(), fields());
        return engine().register(
                        "machine",
                        StateMachineDefinition.of(JsonDocument.parse(definition).root()),
                        JsonNode.class,
                        JsonNode.class,
                        TaskHandlers.none())
                .start(JsonDocument.parse(parameters).root());
    }

    default JsonNode result(String parameters) {
        return start(parameters).await().output();
    }

    default Outcome.Failed<JsonNode> failure(String parameters) {
        Outcome<JsonNode> outcome = start(parameters).await();
        if (outcome instanceof Outcome.Failed<JsonNode> failed) {
            return failed;
        }
        throw new AssertionError("the task has not failed: " + outcome);
    }

    @Override
    default void close() {
        engine().close();
    }
}
