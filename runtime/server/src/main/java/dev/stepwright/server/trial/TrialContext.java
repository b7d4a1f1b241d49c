package dev.stepwright.server.trial;

import dev.stepwright.runtime.engine.MapItem;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.TestState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The context object that a tried state sees: the one that is given, or one of an Express execution that never was. */
final class TrialContext {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The members of a context object, and of the objects in it. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "Execution", Set.of("Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"),
            "State", Set.of("EnteredTime", "Name", "RetryCount"),
            "StateMachine", Set.of("Id", "Name"),
            "Task", Set.of("Token"));

    private static final Set<String> NUMBERS = Set.of("RetryCount", "RedriveCount");

    private TrialContext() {}

    /**
     * Checks a context object that was given, and returns it.
     *
     * @throws ApiError {@code ValidationException}
     */
    static JsonNode given(String text, TriedState tried) {
        JsonNode context = RequestChecks.json(text, "Invalid Context object provided: not valid JSON");
        if (!context.isObject()) {
            throw invalid("not a JSON object");
        }
        for (Map.Entry<String, JsonNode> member : context.properties()) {
            if (member.getKey().equals("Map")) {
                throw invalid("'Map' field is not supported when mocking a Context object");
            }
            Set<String> allowed = MEMBERS.get(member.getKey());
            if (allowed == null) {
                throw invalid("Field '" + member.getKey() + "' is not allowed");
            }
            checkMembers(member.getKey(), member.getValue(), allowed);
        }
        if (context.has("Task") && !hasToken(tried)) {
            throw invalid(
                    "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern");
        }
        return context;
    }

    private static void checkMembers(String name, JsonNode value, Set<String> allowed) {
        if (!value.isObject()) {
            throw invalid(name + " must be an object");
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (!allowed.contains(member.getKey())) {
                throw invalid("Field '" + member.getKey() + "' is not allowed");
            }
            checkType(name + "." + member.getKey(), NUMBERS.contains(member.getKey()), member.getValue());
        }
    }

    private static void checkType(String path, boolean isNumber, JsonNode value) {
        if (isNumber && !value.isIntegralNumber()) {
            throw invalid(path + " must be an integer");
        }
        if (!isNumber && !path.equals("Execution.Input") && !value.isString()) {
            throw invalid(path + " must be a string");
        }
    }

    private static boolean hasToken(TriedState tried) {
        return tried.type().equals("Task") && tried.resource().pattern() != TaskResource.Completion.RESPONSE;
    }

    private static ApiError invalid(String why) {
        return ApiError.validation("Invalid Context object provided: " + why);
    }

    /** Returns the context object of an execution that never was. AWS: a state within a Map has the input as its first item. */
    static JsonNode made(TestState request, TriedState tried, JsonNode input, Origin origin) {
        String machine = origin.names.get();
        String execution = origin.names.get();
        String now = TIME.format(origin.now);
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        ObjectNode node = context.putObject("Execution");
        node.put("Id", origin.arnPrefix + "express:" + machine + ":" + execution);
        node.set("Input", input);
        node.put("Name", execution);
        if (request.roleArn() != null) {
            node.put("RoleArn", request.roleArn());
        }
        node.put("StartTime", now);
        context.putObject("StateMachine")
                .put("Id", origin.arnPrefix + "stateMachine:" + machine)
                .put("Name", machine);
        ObjectNode state = context.putObject("State").put("Name", tried.name()).put("EnteredTime", now);
        if (Set.of("Task", "Map", "Parallel").contains(tried.type())) {
            state.put("RetryCount", request.stateConfiguration().retrierRetryCount());
        }
        if (tried.resource().pattern() == TaskResource.Completion.CALLBACK) {
            context.putObject("Task").put("Token", origin.names.get());
        }
        if (tried.isIterated()) {
            context.putObject("Map").set("Item", new MapItem(0, input, null, MapItem.STATE_DATA).shown());
        }
        return context;
    }

    /**
     * Where names and times of a made context object come from.
     *
     * @param arnPrefix what ARNs of the account begin with, up to the resource
     */
    record Origin(String arnPrefix, Supplier<String> names, Instant now) {}
}
