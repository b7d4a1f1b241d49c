package dev.stepwright.server.control;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Demand;
import dev.stepwright.server.api.Demands;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What each operation has to be allowed, as AWS has it: a table from its name to the resource that it is about. Versions and aliases are authorized
 * by the ARN of their machine, with the qualifier {@code states:StateMachineQualifier}. AWS: what names no resource is about all machines, or all
 * activities; a task token stands for the machine whose task waits for it.
 */
final class OperationDemands implements Demands {
    private static final String PREFIX = "states:";

    private final Account account;
    private final StateMachines machines;
    private final Activities activities;
    private final boolean passesRoles;
    private final Map<String, Function<JsonNode, List<Target>>> resources = new HashMap<>();

    /** @param passesRoles whether it matters which role a machine has */
    OperationDemands(Account account, StateMachines machines, Activities activities, boolean passesRoles) {
        this.account = account;
        this.machines = machines;
        this.activities = activities;
        this.passesRoles = passesRoles;
        ofMachines();
        ofExecutions();
        put(request -> List.of(new Target(account.activity(text(request, "name")), null)), "CreateActivity");
        put(plain("activityArn"), "DeleteActivity", "DescribeActivity", "GetActivityTask");
        put(request -> List.of(new Target(account.activity("*"), null)), "ListActivities");
        put(
                request -> List.of(ofToken(text(request, "taskToken"))),
                "SendTaskSuccess",
                "SendTaskFailure",
                "SendTaskHeartbeat");
        put(OperationDemands::tagged, "TagResource", "UntagResource", "ListTagsForResource");
    }

    /** @param qualifier version or alias; null for none */
    private record Target(String arn, @Nullable String qualifier) {}

    private void ofMachines() {
        put(request -> List.of(new Target(account.stateMachine(text(request, "name")), null)), "CreateStateMachine");
        put(
                machine("stateMachineArn"),
                "UpdateStateMachine",
                "DeleteStateMachine",
                "DescribeStateMachine",
                "PublishStateMachineVersion",
                "ListStateMachineVersions",
                "ListStateMachineAliases",
                "StartExecution",
                "StartSyncExecution");
        put(machine("stateMachineVersionArn"), "DeleteStateMachineVersion");
        put(
                machine("stateMachineAliasArn"),
                "UpdateStateMachineAlias",
                "DeleteStateMachineAlias",
                "DescribeStateMachineAlias");
        put(OperationDemands::routed, "CreateStateMachineAlias");
        put(
                request -> List.of(new Target(account.stateMachine("*"), null)),
                "ListStateMachines",
                "ValidateStateMachineDefinition",
                "TestState");
    }

    private void ofExecutions() {
        put(
                plain("executionArn"),
                "StopExecution",
                "RedriveExecution",
                "DescribeExecution",
                "DescribeStateMachineForExecution",
                "GetExecutionHistory",
                "ListMapRuns");
        put(plain("mapRunArn"), "DescribeMapRun", "UpdateMapRun");
        put(
                request -> request.hasNonNull("mapRunArn")
                        ? List.of(new Target(text(request, "mapRunArn"), null))
                        : List.of(machineOf(text(request, "stateMachineArn"))),
                "ListExecutions");
    }

    private void put(Function<JsonNode, List<Target>> resource, String... operations) {
        for (String operation : operations) {
            resources.put(operation, resource);
        }
    }

    @Override
    public List<Demand> of(String operation, JsonNode request) {
        Function<JsonNode, List<Target>> resource = resources.get(operation);
        if (resource == null) {
            throw new IllegalStateException("it is not known what " + operation + " is about");
        }
        List<Demand> demands = new ArrayList<>();
        for (Target target : resource.apply(request)) {
            Map<String, List<String>> context = context(request, target);
            demands.add(new Demand(PREFIX + operation, target.arn(), context));
            more(operation, request).forEach(action -> demands.add(new Demand(PREFIX + action, target.arn(), context)));
        }
        if (passesRoles && request.hasNonNull("roleArn")) {
            demands.add(new Demand(
                    "iam:PassRole",
                    text(request, "roleArn"),
                    Map.of("iam:PassedToService", List.of("states.amazonaws.com"))));
        }
        return demands;
    }

    /** Returns what a request asks for besides what its operation does. */
    private static List<String> more(String operation, JsonNode request) {
        List<String> more = new ArrayList<>();
        if (request.path("publish").asBoolean(false)) {
            more.add("PublishStateMachineVersion");
        }
        if (operation.startsWith("Create") && !request.path("tags").isEmpty()) {
            more.add("TagResource");
        }
        if (operation.equals("TestState") && request.path("revealSecrets").asBoolean(false)) {
            more.add("RevealSecrets");
        }
        return more;
    }

    private Map<String, List<String>> context(JsonNode request, Target target) {
        Map<String, List<String>> context = new HashMap<>();
        if (target.qualifier() != null) {
            context.put("states:StateMachineQualifier", List.of(target.qualifier()));
        }
        tags(target.arn()).forEach((key, value) -> context.put("aws:ResourceTag/" + key, List.of(value)));
        List<String> keys = new ArrayList<>();
        for (JsonNode tag : request.path("tags")) {
            context.put("aws:RequestTag/" + text(tag, "key"), List.of(text(tag, "value")));
            keys.add(text(tag, "key"));
        }
        request.path("tagKeys").forEach(key -> keys.add(key.asString("")));
        if (!keys.isEmpty()) {
            context.put("aws:TagKeys", keys);
        }
        return context;
    }

    /** Executions and Map Runs have the tags of their machine. */
    private Map<String, String> tags(String arn) {
        return activities
                .find(arn)
                .map(Activity::tags)
                .or(() -> machines.find(machineOfAny(arn)).map(StateMachine::tags))
                .orElse(Map.of());
    }

    private static String machineOfAny(String arn) {
        return arn.replaceFirst(
                "^(arn:[^:]*:states:[^:]*:[^:]*):(execution|express|mapRun):([^:/]*)[:/].*", "$1:stateMachine:$3");
    }

    private Target ofToken(String token) {
        try {
            String execution =
                    new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", 2)[0];
            String machine = machineOfAny(execution);
            if (!machine.equals(execution)) {
                return new Target(machine, null);
            }
        } catch (IllegalArgumentException e) {
            // no token of ours: it stands for no machine, and the operation refuses it
        }
        return new Target(account.stateMachine("*"), null);
    }

    private static Function<JsonNode, List<Target>> plain(String member) {
        return request -> List.of(new Target(text(request, member), null));
    }

    private static Function<JsonNode, List<Target>> machine(String member) {
        return request -> List.of(machineOf(text(request, member)));
    }

    private static List<Target> tagged(JsonNode request) {
        String arn = text(request, "resourceArn");
        return List.of(arn.contains(":stateMachine:") ? machineOf(arn) : new Target(arn, null));
    }

    private static List<Target> routed(JsonNode request) {
        List<Target> targets = new ArrayList<>();
        for (JsonNode route : request.path("routingConfiguration")) {
            targets.add(
                    new Target(machineOf(text(route, "stateMachineVersionArn")).arn(), text(request, "name")));
        }
        return targets;
    }

    /** A test case of a mock configuration, which follows the ARN, is no part of what is authorized. */
    private static Target machineOf(String text) {
        int hash = text.indexOf('#');
        String arn = hash < 0 ? text : text.substring(0, hash);
        try {
            MachineArn machine = MachineArn.parse(arn);
            return new Target(machine.machine(), machine.qualifier());
        } catch (ApiError e) {
            return new Target(arn, null); // the operation refuses it, whoever calls
        }
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString("");
    }
}
