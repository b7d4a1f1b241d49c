package dev.stepwright.source;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final boolean jsonata;
    private final QueryLanguage language;

    ActionCode(State state, StateCode scope, Rest rest) {
        this.state = state;
        this.scope = scope;
        this.rest = rest;
        this.language = scope.language(state);
        this.jsonata = language == QueryLanguage.JSONATA;
    }

    private Code name() {
        return Literals.string(state.name());
    }

    Code task(ScopeCode.Ways ways) {
        String arn = rest.takeString("Resource").orElseThrow(() -> new NotSayable("it has no Resource"));
        boolean arguments = hasArguments();
        String resource =
                scope.parts().resource(new ClassParts.Resource(arn, arguments ? UNKNOWN : scope.type(), result()));
        Code code = Code.call("task", name(), Code.word(resource));
        return finish(credentials(limits(data(code, false))), ways);
    }

    private boolean hasArguments() {
        return jsonata ? rest.has("Arguments") : isTemplate(state.json().path("Parameters")) || isPath("InputPath");
    }

    private static boolean isTemplate(JsonNode value) {
        return value.isObject();
    }

    private boolean isPath(String field) {
        JsonNode value = state.json().path(field);
        return value.isString() && !value.stringValue().equals("$");
    }

    private boolean hasSelector() {
        return !jsonata && isTemplate(state.json().path("ResultSelector"));
    }

    /** Returns whether what the state gives is made of its result, and not that itself. */
    private boolean isShaped() {
        return jsonata
                ? rest.has("Output")
                : isPath("ResultPath") || state.json().path("ResultPath").isNull() || isPath("OutputPath");
    }

    private String result() {
        return hasSelector() ? UNKNOWN : selected();
    }

    /** What goes into the output, and is not made into something else on the way. */
    private String selected() {
        return place().flatMap(scope.document()::typeAt).orElse(isShaped() ? UNKNOWN : scope.type());
    }

    /** Where the result goes, if accessors lead there; the results of branches and items are lists, and no field is one. */
    private Optional<String> place() {
        boolean one = state instanceof TaskState || hasSelector();
        return one && !jsonata && isPath("ResultPath")
                ? Optional.of(state.json().get("ResultPath").stringValue())
                : Optional.empty();
    }

    /** The result of branches and of items is a list; what is read from it is not. */
    private Code asResult(Code code) {
        return code.then(Code.call("resultAs", Expressions.literal(scope.type())));
    }

    private Code data(Code start, boolean list) {
        String input = keepsInput() ? scope.type() : "";
        Code code = arguments(input)
                .<Code>map(value -> start.then(Code.call("arguments", value)))
                .orElse(start);
        return output(list && !hasSelector() && !isShaped() ? asResult(code) : code);
    }

    private Optional<Code> arguments(String input) {
        if (jsonata) {
            return rest.take("Arguments", value -> true)
                    .map(value -> Expressions.template(value, UNKNOWN, input, language));
        }
        Optional<JsonNode> parameters = rest.take("Parameters", ActionCode::isTemplate);
        if (parameters.isEmpty()) {
            return inputPath().map(path -> path.equals("$") ? whole() : Expressions.path(path, UNKNOWN, input));
        }
        Optional<String> narrow = inputPath();
        if (narrow.isEmpty() && isTyped(parameters.get())) {
            boolean token = state.json().path("Resource").asString("").endsWith(".waitForTaskToken");
            return parameters.map(
                    value -> Payload.ofTask(scope.document(), token).code(value, input));
        }
        return narrow.isPresent()
                ? narrow.map(path -> Expressions.within(
                        path, scope.type(), Expressions.template(parameters.get(), UNKNOWN, UNKNOWN, language)))
                : parameters.map(value -> Expressions.template(value, UNKNOWN, input, language));
    }

    /** The input as it is, where that is said. */
    private Code whole() {
        return Code.call("input");
    }

    /** What the processor takes. */
    private Code items(JsonNode template) {
        return isTyped(template) && !state.json().has("InputPath")
                ? Payload.ofItems(scope.document()).code(template, "")
                : Expressions.template(template, UNKNOWN, "", language);
    }

    /** What has only marks of the other language is a constant. */
    private boolean isTyped(JsonNode template) {
        return !jsonata && Payload.isSayable(template) && !Expressions.isConstant(template, language);
    }

    private Optional<String> inputPath() {
        return rest.takeString("InputPath");
    }

    /** Javac cannot infer what a state takes from a template; where that goes on, it has to be said. */
    private boolean keepsInput() {
        return !jsonata
                && (isPath("ResultPath")
                        || state.json().path("ResultPath").isNull()
                        || Recovery.keepsInput(state.json()));
    }

    private Code output(Code start) {
        Code code = start;
        if (jsonata) {
            Optional<JsonNode> output = rest.take("Output", value -> true);
            return output.isPresent()
                    ? code.then(Code.call("output", Expressions.template(output.get(), scope.type(), "", language)))
                    : code;
        }
        if (hasSelector()) {
            JsonNode selector = rest.take("ResultSelector", value -> true).orElseThrow();
            code = code.then(Code.call("select", selected(selector)));
        }
        return kept(placed(code));
    }

    private Code selected(JsonNode selector) {
        Payload payload = new Payload(Document.unknown(), Map.of());
        return scope.document()
                .components(selected())
                .filter(components -> isTyped(selector))
                .flatMap(components -> payload.record(selector, selected(), components))
                .orElseGet(() -> Expressions.template(selector, selected(), "", language));
    }

    private Code placed(Code code) {
        if (isPath("ResultPath")) {
            return code.then(
                    Code.call("resultInto", target(rest.takeString("ResultPath").orElseThrow())));
        }
        if (rest.takeString("ResultPath").isPresent()) {
            return code.then(Code.call("output", Code.call("result")));
        }
        return rest.take("ResultPath", JsonNode::isNull).isPresent() ? code.then(Code.call("discardResult")) : code;
    }

    private Code kept(Code code) {
        boolean placed = state.json().has("ResultPath");
        return rest.takeString("OutputPath")
                .<Code>map(path -> code.then(
                        path.equals("$")
                                ? Code.call("keep", Code.call("input"))
                                : Code.call(placed ? "keep" : "output", Expressions.path(path, scope.type(), ""))))
                .orElse(code);
    }

    /** Returns an accessor, or the path as it stands where none leads. */
    private Code target(String path) {
        Document document = scope.document();
        return place().flatMap(document::accessor)
                .or(() -> place().flatMap(document::path))
                .orElseGet(() -> Literals.string(path));
    }

    private Code limits(Code start) {
        return limit("TimeoutSeconds", "timeout", limit("HeartbeatSeconds", "heartbeat", start));
    }

    private Code limit(String field, String word, Code code) {
        Optional<Integer> seconds = rest.takeInt(field, 1);
        if (seconds.isPresent()) {
            return code.then(Code.call(word, Literals.duration(seconds.get())));
        }
        return rest.takeComputed(field, "Integer", language)
                .<Code>map(value -> code.then(Code.call(word, Code.call("number", value))))
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
            throw new NotSayable("its branches are no machines");
        }
        Document inner = hasArguments() ? Document.unknown() : scope.document();
        List<Code> flows = new ArrayList<>();
        branches.forEach(branch -> flows.add(scope.inner(branch, inner)));
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
        return finish(data(code, true), ways);
    }

    /** Fields of an inner machine other than its states. */
    private static Code header(StateMachineDefinition machine, String place, Code code) {
        Rest fields = new Rest(machine.json());
        fields.drop("StartAt");
        fields.drop("States");
        fields.drop("ProcessorConfig");
        return fields.with(code, place);
    }

    Code map(MapState map, ScopeCode.Ways ways) {
        StateMachineDefinition processor =
                map.itemProcessor().orElseThrow(() -> new NotSayable("it has no item processor"));
        boolean old = isOld();
        rest.drop(old ? "Iterator" : "ItemProcessor");
        Distributed distributed = new Distributed(rest, scope.type(), language, this::items);
        Code flow = scope.inner(processor, Document.unknown());
        Code code;
        if (!old && Distributed.is(processor)) {
            code = distributed.map(name(), this::items, flow, processor);
        } else {
            List<Code> arguments = new ArrayList<>(List.of(name(), items()));
            rest.take(selector(), JsonNode::isObject).ifPresent(value -> arguments.add(items(value)));
            arguments.add(flow);
            code = distributed.concurrency(new Code.Call("map", arguments));
            code = old ? code.then(Code.call("iterator")) : code;
            code = old && !processor.json().has("ProcessorConfig") ? code : config(processor, code, old);
        }
        Code headed = header(processor, "/ItemProcessor/", code);
        return finish(output(hasSelector() || isShaped() ? headed : asResult(headed)), ways);
    }

    private Code items() {
        boolean selects = state.json().has(selector());
        Optional<String> narrow =
                jsonata ? Optional.empty() : rest.takeString("InputPath", path -> !selects || path.equals("$"));
        return narrow.isPresent()
                ? Expressions.within(
                        narrow.get(), scope.type(), list(narrow.get().equals("$") ? scope.type() : UNKNOWN))
                : list(scope.type());
    }

    /** Of the two names of what the processor takes, the one that goes with the name of the processor. */
    private String selector() {
        return isOld() ? "Parameters" : "ItemSelector";
    }

    private boolean isOld() {
        return !state.json().has("ItemProcessor");
    }

    private Code list(String input) {
        Code list = Code.call("listOf", Expressions.literal(UNKNOWN));
        String witness = "Dsl.<" + input + ", List<JsonNode>>";
        Optional<String> path = jsonata ? Optional.empty() : rest.takeString("ItemsPath");
        if (path.isPresent()) {
            return new Code.Call(witness + "jsonPath", List.of(Literals.string(path.get()), list));
        }
        Optional<JsonNode> items = jsonata ? rest.take("Items", Expressions::isExpression) : Optional.empty();
        return items.isPresent()
                ? new Code.Call(
                        witness + "jsonata",
                        List.of(Expressions.expression(items.get().stringValue()), list))
                : new Code.Call(witness + "inputAs", List.of(list));
    }

    private static Code config(StateMachineDefinition processor, Code code, boolean old) {
        JsonNode config = processor.json().path("ProcessorConfig");
        if (config.isMissingNode()) {
            return code.then(Code.call("without", Literals.string("/ItemProcessor/ProcessorConfig")));
        }
        boolean inline =
                !old && config.size() == 1 && config.path("Mode").asString("").equals("INLINE");
        return inline
                ? code
                : code.then(
                        Code.call("with", Literals.string("/ItemProcessor/ProcessorConfig"), Literals.value(config)));
    }

    private Code finish(Code start, ScopeCode.Ways ways) {
        Assignments assignments = new Assignments(scope.parts(), language);
        Code code = assignments.of(rest, start);
        Recovery recovery = new Recovery(scope.document(), assignments);
        code = recovery.retry(rest, code);
        Optional<String> comment = rest.takeString("Comment");
        if (comment.isPresent()) {
            code = code.then(Code.call("comment", Literals.string(comment.get())));
        }
        Optional<JsonNode> handlers = rest.take("Catch", rules -> rules.isArray() && !rules.isEmpty());
        code = rest.with(StateCode.language(rest, code));
        return handlers.isPresent() ? recovery.handlers(handlers.get(), code, ways) : code;
    }
}
