package dev.stepwright.server.trial;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Step;
import dev.stepwright.runtime.planning.Planner;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.TestState;
import dev.stepwright.validation.ServiceDiagnostic;
import dev.stepwright.validation.ServiceValidator;
import dev.stepwright.validation.WorkflowType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state that is tried, as the first of a machine of its own in which every state that it names is an end.
 *
 * @param isIterated whether it stands in a Map of the machine that was given
 * @param scope that machine's states
 */
record TriedState(State state, QueryLanguage language, boolean isIterated, ScopePlan scope) {
    /** AWS: what the context object calls a state that is given alone. */
    private static final String ALONE = "StateName";

    /**
     * Finds the state of a request.
     *
     * @throws ApiError {@code InvalidDefinition} if it is wrong; {@code ValidationException} if there is none of the name
     */
    static TriedState of(TestState request, boolean iteratesObjects) {
        JsonNode root = parse(request.definition());
        if (!root.has("States")) {
            return alone(root, request.stateName(), iteratesObjects);
        }
        check(request.definition());
        StateMachineDefinition machine = StateMachineDefinition.of(root);
        return machine.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(state -> state.name().equals(request.stateName()))
                .findFirst()
                .map(state -> of(state, machine.queryLanguage(), isIterated(state, machine), iteratesObjects))
                .orElseThrow(() -> ApiError.validation("State not found in definition"));
    }

    private static TriedState alone(JsonNode root, @Nullable String name, boolean iteratesObjects) {
        if (name != null) {
            throw ApiError.validation("State not found in definition");
        }
        StateMachineDefinition machine = machine(ALONE, root, QueryLanguage.JSONPATH);
        check(machine.toString());
        return of(machine.states().values().iterator().next(), QueryLanguage.JSONPATH, false, iteratesObjects);
    }

    private static boolean isIterated(State state, StateMachineDefinition machine) {
        return machine.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(MapState.class::isInstance)
                .flatMap(map -> map.subMachines().stream())
                .flatMap(iterated -> iterated.scopes().stream())
                .anyMatch(scope -> scope.state(state.name()).isPresent());
    }

    private static TriedState of(
            State state, QueryLanguage machineLanguage, boolean isIterated, boolean iteratesObjects) {
        QueryLanguage language = state.queryLanguage(machineLanguage);
        Planner.Result planned = Planner.plan(machine(state.name(), state.json(), machineLanguage), iteratesObjects);
        Plan plan = planned.plan();
        if (plan == null) {
            throw ApiError.invalidDefinition(planned.problems().stream()
                    .map(problem -> "SCHEMA_VALIDATION_FAILED: " + problem.message() + " at " + problem.pointer())
                    .collect(Collectors.joining(", ")));
        }
        return new TriedState(state, language, isIterated, plan.root());
    }

    private static JsonNode parse(String definition) {
        List<ServiceDiagnostic> problems = ServiceValidator.validate(definition, WorkflowType.STANDARD).stream()
                .filter(finding -> finding.code().equals("INVALID_JSON_DESCRIPTION"))
                .toList();
        refuse(problems);
        JsonNode root = AslDocument.parse("definition", definition).root();
        if (!root.isObject()) {
            throw ApiError.invalidDefinition(
                    "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at null");
        }
        return root;
    }

    private static void check(String definition) {
        refuse(ServiceValidator.validate(definition, WorkflowType.STANDARD).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList());
    }

    private static void refuse(List<ServiceDiagnostic> errors) {
        if (!errors.isEmpty()) {
            throw ApiError.invalidDefinition(errors.stream()
                    .map(error -> error.code() + ": " + error.message() + " at " + error.location())
                    .collect(Collectors.joining(", ")));
        }
    }

    private static StateMachineDefinition machine(String name, JsonNode state, QueryLanguage language) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode();
        machine.put("QueryLanguage", language.text()).put("StartAt", name);
        ObjectNode states = machine.putObject("States");
        states.set(name, state);
        addEnds(state, states);
        return StateMachineDefinition.of(machine);
    }

    /** Adds an end for each state that the tried one goes on with. */
    private static void addEnds(JsonNode node, ObjectNode states) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if ((member.getKey().equals("Next") || member.getKey().equals("Default"))
                    && member.getValue().isString()
                    && !states.has(member.getValue().stringValue())) {
                states.putObject(member.getValue().stringValue()).put("Type", "Succeed");
            }
        }
        List.of("Choices", "Catch")
                .forEach(list -> node.path(list).forEach(rule -> {
                    if (rule.isObject()) {
                        addEnds(rule, states);
                    }
                }));
    }

    String name() {
        return state.name();
    }

    String type() {
        return state.json().path("Type").asString("");
    }

    /** Returns the resource of a task; of any other state one that answers by itself. */
    TaskResource resource() {
        return TaskResource.parse(state.json().path("Resource").asString(""));
    }

    Step step() {
        return scope.start();
    }

    boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /** Returns the name of the state at an index; null for the end. */
    @Nullable
    String nameOf(int next) {
        return next == ScopePlan.END ? null : scope.step(next).name();
    }
}
