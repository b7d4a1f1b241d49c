package dev.stepwright.services;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What single optimized integrations do besides calling the service. */
final class Particulars {
    private static final Pattern EXECUTION =
            Pattern.compile("(arn:[^:]*:states:[^:]*:[^:]*:)(?:execution|express):([^:]+):.*");

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
                resources.add(executionArn);
                machineArn(executionArn).ifPresent(resources::add);
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

    /** Returns the machine of an execution; empty where that has a made-up ARN, as a trial may. */
    private static Optional<String> machineArn(String executionArn) {
        Matcher arn = EXECUTION.matcher(executionArn);
        return arn.matches() ? Optional.of(arn.group(1) + "stateMachine:" + arn.group(2)) : Optional.empty();
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
     * @param parameters of the task
     * @throws TaskFailure if the service answers, but says that what it was to do has failed
     */
    static ObjectNode result(Integration integration, JsonNode parameters, ObjectNode answer) throws TaskFailure {
        switch (integration.client()) {
            case "glue" -> answer.set("JobName", parameters.path("JobName"));
            case "emrserverless" -> answer.putIfAbsent("ApplicationId", parameters.path("ApplicationId"));
            case "eventbridge" -> {
                if (answer.path("FailedEntryCount").asInt(0) > 0) {
                    throw new TaskFailure("EventBridge.FailedEntry", JsonText.compact(answer));
                }
            }
            case "bedrockruntime" ->
                answer.set("Body", FunctionPayload.value(answer.path("Body").asString("")));
            case "lambda" -> {
                String payload = answer.path("Payload").asString("");
                if (answer.has("FunctionError")) {
                    throw FunctionPayload.failure(payload);
                }
                answer.set("Payload", FunctionPayload.value(payload));
            }
            default -> {}
        }
        return answer;
    }

    /** Returns whether the result has the metadata of the call; AWS: those of events and of models have none. */
    static boolean tellsOfTheCall(Integration integration) {
        return !integration.client().matches("eventbridge|bedrockruntime");
    }
}
