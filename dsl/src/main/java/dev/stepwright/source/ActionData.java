package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskState;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What goes into a Task, Parallel or Map state and what comes out of it.
 *
 * @param taken the type of what the work takes, where that is not the input itself
 */
record ActionData(State state, Rest rest, Document document, QueryLanguage language, String taken) {
    private static final String UNKNOWN = Document.UNKNOWN;

    private boolean jsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /** Returns whether the work takes something else than the input. */
    boolean hasArguments() {
        return jsonata() ? rest.has("Arguments") : isTemplate(state.json().path("Parameters")) || isPath("InputPath");
    }

    private static boolean isTemplate(JsonNode value) {
        return value.isObject();
    }

    private boolean isPath(String field) {
        JsonNode value = state.json().path(field);
        return value.isString() && !value.stringValue().equals("$");
    }

    private boolean hasSelector() {
        return !jsonata() && isTemplate(state.json().path("ResultSelector"));
    }

    /** Returns whether what the state gives is made of its result, and not that itself. */
    private boolean isShaped() {
        return jsonata()
                ? rest.has("Output")
                : isPath("ResultPath") || state.json().path("ResultPath").isNull() || isPath("OutputPath");
    }

    /** Returns as what the result of the work is read. */
    String result() {
        return hasSelector() ? UNKNOWN : selected();
    }

    /** What goes into the output, and is not made into something else on the way. */
    private String selected() {
        return place().flatMap(document::typeAt).orElse(isShaped() ? UNKNOWN : document.type());
    }

    /** The results of branches and items are lists, and no field is one. */
    private boolean isOne() {
        return state instanceof TaskState || hasSelector();
    }

    /** Where the result goes, if accessors lead there. */
    private Optional<String> place() {
        return isOne() && !jsonata() && isPath("ResultPath")
                ? Optional.of(state.json().get("ResultPath").stringValue())
                : Optional.empty();
    }

    /** Returns the state with what goes in and comes out. */
    Code of(Code start, boolean list) {
        String input = keepsInput() ? document.type() : "";
        Code code = arguments(input)
                .<Code>map(value -> start.then(Code.call("arguments", value)))
                .orElse(start);
        return list ? listed(code) : output(code);
    }

    /** The result of branches and of items is a list; what is read from it is not. */
    Code listed(Code code) {
        return output(
                hasSelector() || isShaped()
                        ? code
                        : code.then(Code.call("resultAs", Expressions.literal(document.type()))));
    }

    private Optional<Code> arguments(String input) {
        if (jsonata()) {
            return rest.take("Arguments", value -> true)
                    .map(value -> Expressions.template(value, UNKNOWN, input, language));
        }
        Optional<String> narrow = rest.takeString("InputPath");
        Optional<JsonNode> parameters = rest.take("Parameters", ActionData::isTemplate);
        return parameters.isPresent()
                ? parameters.map(template -> narrow.map(path -> Expressions.within(
                                path, document.type(), Expressions.template(template, taken, UNKNOWN, language)))
                        .orElseGet(() -> template(template, input)))
                : narrow.map(path -> narrowed(path, input));
    }

    private Code narrowed(String path, String input) {
        return path.equals("$")
                ? Code.call("input")
                : document.path(path)
                        .filter(code ->
                                document.typeAt(path).filter(taken::equals).isPresent())
                        .orElseGet(() -> Expressions.path(path, taken, input));
    }

    private Code template(JsonNode template, String input) {
        if (!isTyped(template)) {
            if (!input.isEmpty() && Expressions.isConstant(template, language)) {
                throw new NotSayable("its arguments are a constant, from which Java infers no type of its input");
            }
            return Expressions.template(template, taken, input, language);
        }
        boolean token = state.json().path("Resource").asString("").endsWith(".waitForTaskToken");
        Payload payload = Payload.ofTask(document, token);
        return payload.record(template, taken, input)
                .orElseGet(() -> taken.equals(UNKNOWN)
                        ? payload.code(template, input)
                        : Expressions.template(template, taken, input, language));
    }

    /** Returns whether a template is made of fields of JSONPath, not too many; what has only marks of the other language is a constant. */
    boolean isTyped(JsonNode template) {
        return !jsonata()
                && Payload.isSayable(template)
                && Payload.isShort(template)
                && !Expressions.isConstant(template, language);
    }

    /** Javac cannot infer what a state takes from a template; where that goes on, it has to be said. */
    private boolean keepsInput() {
        JsonNode json = state.json();
        return !jsonata()
                && (json.has("TimeoutSecondsPath")
                        || json.has("HeartbeatSecondsPath")
                        || json.path("Credentials").has("RoleArn.$")
                        || isPath("ResultPath")
                        || json.path("ResultPath").isNull()
                        || Recovery.keepsInput(json));
    }

    /** Returns the state with what it gives. */
    Code output(Code start) {
        Code code = start;
        if (jsonata()) {
            Optional<JsonNode> output = rest.take("Output", value -> true);
            return output.isPresent()
                    ? code.then(Code.call("output", Expressions.template(output.get(), document.type(), "", language)))
                    : code;
        }
        if (hasSelector()) {
            JsonNode selector = rest.take("ResultSelector", value -> true).orElseThrow();
            code = code.then(Code.call("select", selected(selector)));
        }
        return kept(placed(code));
    }

    private Code selected(JsonNode selector) {
        Payload payload = Payload.of(new Document(UNKNOWN, document.records()));
        return Optional.of(selector)
                .filter(template -> isTyped(template) && !Payload.readsAll(template))
                .flatMap(template -> payload.record(template, selected(), ""))
                .orElseGet(() -> Expressions.template(selector, selected(), "", language));
    }

    private Code placed(Code code) {
        if (isPath("ResultPath")) {
            String path = rest.takeString("ResultPath").orElseThrow();
            return code.then(Code.call("resultInto", isOne() ? document.target(path) : Literals.string(path)));
        }
        // Of an output of its own and one that OutputPath narrows the DSL has one; the other is written as it stands.
        if (!rest.has("OutputPath") && rest.takeString("ResultPath").isPresent()) {
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
                                : Code.call(placed ? "keep" : "output", Expressions.path(path, document.type(), ""))))
                .orElse(code);
    }
}
