package dev.stepwright.source;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Task, Parallel and Map states. */
final class ActionCode {
    private static final String UNKNOWN = Document.UNKNOWN;
    /** {@code parallel} takes more branches only as a list. */
    private static final int MOST_BRANCHES = 6;

    private final State state;
    private final StateCode scope;
    private final Rest rest;
    private final QueryLanguage language;
    private final ActionData data;
    /** What the task calls, if the DSL has a constant of it. */
    private final Optional<ServiceTypes.Service> service;

    /** @param place where the result stands in what the work gives, as a path */
    ActionCode(State state, StateCode scope, Rest rest, String place) {
        this.state = state;
        this.scope = scope;
        this.rest = rest;
        this.language = scope.language(state);
        Payload result = Payload.ofResult(scope.documents().results(state), place);
        String taken = taken();
        this.service = ServiceTypes.of(state.json().path("Resource").asString(""))
                .filter(known -> known.argument().equals(taken));
        String given = service.map(ServiceTypes.Service::result).orElse("");
        this.data = new ActionData(state, rest, scope.document(), result, language, taken, given);
    }

    /** Returns the type of what the work takes. */
    private String taken() {
        if (state instanceof ParallelState parallel) {
            return parallel.branches().stream()
                    .findFirst()
                    .map(branch -> scope.documents().of(branch).type())
                    .orElse(UNKNOWN);
        }
        JsonNode json = state.json();
        if (language == QueryLanguage.JSONATA) {
            return json.has("Arguments") ? UNKNOWN : scope.type();
        }
        return json.path("Parameters").isObject()
                ? scope.documents().arguments(state).type()
                : json.path("InputPath").isString()
                        ? scope.document()
                                .typeAt(json.get("InputPath").stringValue())
                                .orElse(UNKNOWN)
                        : scope.type();
    }

    private Code name() {
        return Literals.string(state.name());
    }

    /**
     * Returns a Task state.
     *
     * @param word the word that makes it
     * @param reference the type of what that takes
     */
    Code task(String word, String reference, ScopeCode.Ways ways) {
        String arn = rest.takeString("Resource").orElseThrow(() -> new NotSayable("it has no Resource"));
        Code code = bare(arn, Code.call(word, name(), resource(reference, arn)));
        return finish(credentials(limits(data.of(code, false))), ways);
    }

    private Code resource(String reference, String arn) {
        if (service.isEmpty()) {
            return Code.word(
                    scope.parts().resource(new ClassParts.Resource(reference, arn, data.taken(), data.result())));
        }
        String constant = service.get().constant();
        return service.get().result().isEmpty()
                ? Code.call(constant, Expressions.literal(data.result()))
                : Code.word(constant);
    }

    /** The DSL gives a service integration the whole input where nothing is said. */
    private Code bare(String arn, Code task) {
        String field = Reading.arguments(language);
        return TaskResource.of(arn).type() == TaskResource.Type.INTEGRATION
                        && !state.json().has(field)
                ? task.then(Code.call("without", Literals.string(field)))
                : task;
    }

    private Code limits(Code start) {
        return limit("TimeoutSeconds", "timeout", limit("HeartbeatSeconds", "heartbeat", start));
    }

    private Code limit(String field, String word, Code code) {
        Optional<Integer> seconds = rest.takeInt(field, 1);
        if (seconds.isPresent()) {
            return code.then(Code.call(word, Literals.duration(seconds.get())));
        }
        return rest.takeUnknown(field, "Integer", language)
                .<Code>map(value -> code.then(Code.call(word, Rest.number(value))))
                .orElse(code);
    }

    private Code credentials(Code code) {
        Function<Rest, Optional<Code>> say = credentials -> credentials
                .takeText("RoleArn", language)
                .map(role -> role instanceof Code.Call call && call.name().equals("value")
                        ? call.arguments().get(0)
                        : role);
        return rest.takeWhole("Credentials", say)
                .<Code>map(role -> code.then(Code.call("credentials", role)))
                .orElse(code);
    }

    Code parallel(ParallelState parallel, ScopeCode.Ways ways) {
        JsonNode given =
                rest.take("Branches", JsonNode::isArray).orElseThrow(() -> new NotSayable("it has no branches"));
        List<StateMachineDefinition> branches = parallel.branches();
        if (branches.isEmpty() || branches.size() < given.size()) {
            throw new NotSayable("its branches are not machines");
        }
        List<Code> flows = new ArrayList<>();
        branches.forEach(branch -> flows.add(scope.inner(branch, branches.size())));
        List<Code> arguments = new ArrayList<>(List.of(name()));
        if (flows.size() > 1 && flows.size() <= MOST_BRANCHES) {
            arguments.addAll(flows);
        } else {
            arguments.add(new Code.Call("List.of", flows));
        }
        Code code = new Code.Call("parallel", arguments);
        for (int i = 0; i < branches.size(); i++) {
            code = header(branches.get(i), "/Branches/" + i + "/", code);
        }
        return finish(data.of(code, true), ways);
    }

    /** Fields of an inner machine other than its states. */
    static Code header(StateMachineDefinition machine, String place, Code code) {
        Rest fields = new Rest(machine.json());
        fields.drop("StartAt");
        fields.drop("States");
        fields.drop("ProcessorConfig");
        return fields.with(code, place);
    }

    Code map(MapState map, ScopeCode.Ways ways) {
        return finish(new MapCode(map, scope, rest, data).code(), ways);
    }

    private Code finish(Code start, ScopeCode.Ways ways) {
        Assignments assignments = new Assignments(scope.parts(), language);
        Code code = assignments.of(rest, start);
        ErrorHandling errorHandling = new ErrorHandling(scope.document(), assignments);
        code = errorHandling.retry(rest, code);
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            code = code.then(Code.call("comment", Literals.string(comment.get())));
        }
        Optional<JsonNode> handlers = rest.take("Catch", rules -> rules.isArray() && !rules.isEmpty());
        code = rest.with(StateCode.language(rest, code));
        return handlers.isPresent() ? errorHandling.handlers(handlers.get(), code, ways) : code;
    }
}
