package dev.stepwright.services;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What single optimized integrations do besides calling the service. */
final class Particulars {
    private Particulars() {}

    /** Returns the parameters with what Step Functions adds to them. */
    static JsonNode parameters(Integration integration, JsonNode given, String executionArn) {
        return switch (integration.service()) {
            case "events" -> withResources(given, executionArn);
            case "lambda" -> withPayload(given);
            default -> given;
        };
    }

    /** AWS: every event tells which execution and which state machine it comes from. */
    private static JsonNode withResources(JsonNode parameters, String executionArn) {
        if (!(parameters.path("Entries") instanceof ArrayNode entries)) {
            return parameters;
        }
        ArrayNode named = entries.arrayNode();
        for (JsonNode entry : entries) {
            if (entry instanceof ObjectNode event
                    && (!event.has("Resources") || event.path("Resources").isArray())) {
                ArrayNode resources = named.arrayNode();
                event.path("Resources").forEach(resources::add);
                resources.add(executionArn).add(machineArn(executionArn));
                named.add(event.objectNode().setAll(event).set("Resources", resources));
            } else {
                named.add(entry);
            }
        }
        return ((ObjectNode) parameters)
                .objectNode()
                .setAll((ObjectNode) parameters)
                .set("Entries", named);
    }

    private static String machineArn(String executionArn) {
        String[] arn = executionArn.split(":");
        return String.join(":", arn[0], arn[1], arn[2], arn[3], arn[4], "stateMachine", arn[6]);
    }

    /** AWS: a function that is given nothing gets an empty object. */
    private static JsonNode withPayload(JsonNode parameters) {
        return parameters instanceof ObjectNode object && !object.hasNonNull("Payload")
                ? object.objectNode().setAll(object).put("Payload", "{}")
                : parameters;
    }

    /**
     * Returns the result of the task.
     *
     * @throws TaskFailure if the service answers, but says that what it was to do has failed
     */
    static ObjectNode result(Integration integration, ObjectNode answer) throws TaskFailure {
        switch (integration.service()) {
            case "events" -> {
                if (answer.path("FailedEntryCount").asInt(0) > 0) {
                    throw new TaskFailure("EventBridge.FailedEntry", JsonText.compact(answer));
                }
            }
            case "lambda" -> {
                String payload = answer.path("Payload").asString("");
                if (answer.has("FunctionError")) {
                    throw functionFailed(payload);
                }
                answer.set("Payload", json(payload));
            }
            default -> {}
        }
        return answer;
    }

    /** Returns whether the result has the metadata of the call; AWS: that of {@code events:putEvents} has none. */
    static boolean tellsOfTheCall(Integration integration) {
        return !integration.service().equals("events");
    }

    /** Returns the failure of a function that ran and threw: its error type, and its report as it came. */
    static TaskFailure functionFailed(String payload) {
        JsonNode type = json(payload).path("errorType");
        return type.isString()
                ? new TaskFailure(type.stringValue(), payload)
                : new TaskFailure(
                        "Lambda.Unknown",
                        "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                                + payload);
    }

    /** An answer that is no JSON, as of an asynchronous call, is a text. */
    static JsonNode json(String payload) {
        try {
            return JsonDocument.parse(payload).root();
        } catch (JsonSyntaxException e) {
            return JsonNodeFactory.instance.stringNode(payload);
        }
    }
}
