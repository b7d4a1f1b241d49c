package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What goes into a Task, Parallel or Map state and what comes out of it.
 *
 * @param made what the state makes of the result of its work
 * @param taken the type of what the work takes, where that is not the input itself
 * @param given the type of what the work gives; empty text if it is what the result is read as
 */
record ActionData(
        State state, Rest rest, Document document, Payload made, QueryLanguage language, String taken, String given) {
    private static final String UNKNOWN = Document.UNKNOWN;
    /** What the DSL writes in JSONata for a result that is dropped. */
    private static final String INPUT = "{% $states.input %}";

    private boolean jsonata() {
        return language == QueryLanguage.JSONATA;
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
        return hasSelector() ? made.document().type() : selected();
    }

    /** What goes into the output, and is not made into something else on the way. */
    private String selected() {
        return place().flatMap(document::typeAt).orElse(isShaped() ? UNKNOWN : document.type());
    }

    private boolean isTask() {
        return state instanceof TaskState;
    }

    /** The results of branches and items are lists, and no field is one. */
    private boolean isOne() {
        return isTask() || hasSelector();
    }

    /** Where the result goes, if accessors lead there. */
    private Optional<String> place() {
        return isOne() && !jsonata() && isPath("ResultPath")
                ? Optional.of(state.json().get("ResultPath").stringValue())
                : Optional.empty();
    }

    /** Returns the state with what goes in and comes out. */
    Code of(Code start, boolean list) {
        Code code = arguments()
                .map(value -> given(start.then(new Code.Call("arguments", Payload.parts(value))), value))
                .orElse(start);
        return list ? listed(code) : output(read(code));
    }

    /** Returns the work with the type that its result is read as, where that is neither its own nor of no interest. */
    private Code read(Code code) {
        boolean isRead = hasSelector() || place().isPresent() || !isShaped();
        return !isRead || given.isEmpty() || given.equals(result())
                ? code
                : code.then(Code.call("resultAs", Expressions.literal(result())));
    }

    /** Returns the state with the type of its input, if what follows needs it and Java does not infer it from a value that the state takes. */
    Code given(Code code, Code value) {
        return !keepsInput() || Expressions.reads(document.type(), value)
                ? code
                : code.then(Code.call("given", Expressions.literal(document.type())));
    }

    /** The result of branches and of items is a list; what is read from it is not. */
    Code listed(Code code) {
        return output(
                hasSelector() || isShaped()
                        ? code
                        : code.then(Code.call("resultAs", Expressions.literal(document.type()))));
    }

    private Optional<Code> arguments() {
        if (jsonata()) {
            return rest.take("Arguments", value -> true).map(value -> Expressions.template(value, UNKNOWN, language));
        }
        Optional<String> narrow = rest.takeString("InputPath");
        Optional<JsonNode> parameters = rest.take("Parameters", ActionData::isTemplate);
        return parameters.isPresent()
                ? parameters.map(template -> narrow.map(
                                path -> Expressions.within(path, Expressions.template(template, taken, language)))
                        .orElseGet(() -> template(template)))
                : narrow.map(this::narrowed);
    }

    private Code narrowed(String path) {
        return path.equals("$")
                ? Code.call("input")
                : document.path(path)
                        .filter(code ->
                                document.typeAt(path).filter(taken::equals).isPresent())
                        .orElseGet(() -> Expressions.path(path, taken));
    }

    private Code template(JsonNode template) {
        if (!isTyped(template)) {
            return Expressions.template(template, taken, language);
        }
        boolean token = state.json().path("Resource").asString("").endsWith(TaskResource.CALLBACK);
        Payload payload = Payload.ofTask(document, token);
        return payload.record(template, taken)
                .orElseGet(() -> taken.equals(UNKNOWN)
                        ? payload.code(template)
                        : Expressions.template(template, taken, language));
    }

    boolean isTyped(JsonNode template) {
        return !jsonata() && Payload.isTyped(template);
    }

    /** Javac cannot infer what a state takes from a template; where that goes on, it has to be said. */
    private boolean keepsInput() {
        JsonNode json = state.json();
        return jsonata()
                ? json.path("Output").asString("").equals(INPUT)
                : json.has("TimeoutSecondsPath")
                        || json.has("HeartbeatSecondsPath")
                        || json.path("Credentials").has("RoleArn.$")
                        || isPath("ResultPath")
                        || json.path("ResultPath").isNull()
                        || ErrorHandling.keepsInput(json);
    }

    /** Returns the state with what it gives. */
    Code output(Code start) {
        Code code = start;
        if (jsonata()) {
            if (rest.takeString("Output", INPUT::equals).isPresent()) {
                return code.then(Code.call("discardResult"));
            }
            Optional<JsonNode> output = rest.take("Output", value -> true);
            return output.isPresent()
                    ? code.then(Code.call("output", Expressions.template(output.get(), document.type(), language)))
                    : code;
        }
        if (hasSelector()) {
            JsonNode selector = rest.take("ResultSelector", value -> true).orElseThrow();
            code = code.then(Code.call("select", selected(selector)));
        }
        return kept(placed(code));
    }

    private Code selected(JsonNode selector) {
        String type = selected();
        return Optional.of(selector)
                .filter(template -> Payload.isTyped(template) && (isTask() || !Payload.readsAll(template)))
                .flatMap(template -> made.record(template, type)
                        .or(() -> Optional.of(template)
                                .filter(fields -> type.equals(UNKNOWN))
                                .map(made::code)))
                .orElseGet(() -> selectedAsItStands(selector, type));
    }

    private Code selectedAsItStands(JsonNode selector, String type) {
        if (!made.place().equals("$")) {
            throw new NotSayable("it selects more of the result than a record can hold");
        }
        return Expressions.template(selector, type, language);
    }

    private Code placed(Code code) {
        if (isPath("ResultPath")) {
            String path = rest.takeString("ResultPath").orElseThrow();
            return into(path, code);
        }
        // Of an output of its own and one that OutputPath narrows the DSL has one; the other is written as it stands.
        if (!rest.has("OutputPath") && rest.takeString("ResultPath").isPresent()) {
            return code.then(Code.call("output", Code.call("result")));
        }
        return rest.take("ResultPath", JsonNode::isNull).isPresent() ? code.then(Code.call("discardResult")) : code;
    }

    /** What branches and items give is read as what the field holds. */
    private Code into(String path, Code code) {
        boolean said = !isOne() && document.hasTarget(path);
        Code read = said
                ? code.then(Code.call(
                        "resultAs", Expressions.literal(document.typeAt(path).orElseThrow())))
                : code;
        return read.then(Code.call("resultInto", isOne() || said ? document.target(path) : Literals.string(path)));
    }

    private Code kept(Code code) {
        boolean placed = state.json().has("ResultPath");
        return rest.takeString("OutputPath")
                .<Code>map(path -> code.then(
                        path.equals("$")
                                ? Code.call("keep", Code.call("input"))
                                : Code.call(placed ? "keep" : "output", Expressions.path(path, document.type()))))
                .orElse(code);
    }
}
