package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A payload template of JSONPath as typed expressions, as far as these are written the same; the rest stands as it is.
 *
 * @param document what {@code $} stands for
 * @param item what an item of a Map state is
 * @param words what else the context object has here, by paths
 * @param place where {@code $} stands in the result of a task, as a path; empty if it is no result
 */
record Payload(Document document, Document item, Map<String, Word> words, String place) {
    private static final String PATH = ".$";
    private static final int MOST_FIELDS = 50;
    /** The words that take a constructor take one of so many parameters at most. */
    private static final int MOST_PARTS = 10;

    private static final String ITEMS = "$$.Map.Item.";
    private static final String ITEM = ITEMS + "Value";
    private static final Map<String, Word> CONTEXT = Map.ofEntries(
            Map.entry("$$.Execution.Id", new Word("Context.executionId", "String")),
            Map.entry("$$.Execution.Name", new Word("Context.executionName", "String")),
            Map.entry("$$.Execution.StartTime", new Word("Context.executionStartTime", "Instant")),
            Map.entry("$$.Execution.RedriveCount", new Word("Context.redriveCount", "Integer")),
            Map.entry("$$.StateMachine.Id", new Word("Context.stateMachineId", "String")),
            Map.entry("$$.StateMachine.Name", new Word("Context.stateMachineName", "String")),
            Map.entry("$$.State.Name", new Word("Context.stateName", "String")),
            Map.entry("$$.State.EnteredTime", new Word("Context.stateEnteredTime", "Instant")));

    private static final Map<String, Word> OF_ITEM = Map.of(
            "$$.Map.Item.Index", new Word("itemIndex", "Integer"),
            "$$.Map.Item.Key", new Word("itemKey", "String"),
            "$$.Map.Item.Source", new Word("itemSource", "String"));

    /** The call that reads something of the context object, and its type. */
    record Word(String call, String type) {}

    /** Returns the template of a task, which has a token if it waits for that. */
    static Payload ofTask(Document document, boolean token) {
        Word word = new Word("Context.taskToken", "String");
        return new Payload(document, Document.unknown(), token ? Map.of("$$.Task.Token", word) : Map.of(), "");
    }

    /** Returns the template of what a Map state makes for its processor. */
    static Payload ofItems(Document document, Document item) {
        return new Payload(document, item, OF_ITEM, "");
    }

    /** Returns the template of what a state makes of its input. */
    static Payload of(Document document) {
        return new Payload(document, Document.unknown(), Map.of(), "");
    }

    /** Returns the template of what a state makes of its result. */
    static Payload ofResult(Document result, String place) {
        return new Payload(result, Document.unknown(), Map.of(), place);
    }

    private boolean ofResult() {
        return !place.isEmpty();
    }

    /** Returns whether a template is made of fields of JSONPath, not too many; what has only marks of the other language is a constant. */
    static boolean isTyped(JsonNode template) {
        return isSayable(template) && isShort(template) && !Expressions.isConstant(template, QueryLanguage.JSONPATH);
    }

    /** Returns whether javac can take the template as fields: what it infers of them costs it the third power of how many there are. */
    static boolean isShort(JsonNode template) {
        return fields(template) <= MOST_FIELDS;
    }

    private static int fields(JsonNode template) {
        return (template.isObject() ? template.size() : 0)
                + template.valueStream().mapToInt(Payload::fields).sum();
    }

    /** Returns whether a template reads the whole of what it is made of. */
    static boolean readsAll(JsonNode template) {
        boolean[] all = {false};
        readings(template, path -> all[0] |= path.equals("$"));
        return all[0];
    }

    /** Calls back for every path that a template reads; those within intrinsic functions, too. */
    static void readings(JsonNode template, Consumer<String> reading) {
        if (template.isArray()) {
            template.forEach(element -> readings(element, reading));
        }
        template.properties().forEach(member -> {
            String text = member.getValue().asString("");
            if (!member.getKey().endsWith(PATH)) {
                readings(member.getValue(), reading);
            } else if (text.startsWith("$")) {
                reading.accept(text);
            } else {
                IntrinsicCode.readings(text, reading);
            }
        });
    }

    /** Returns the template as an object of fields. */
    Code code(JsonNode template) {
        List<Code> fields = new ArrayList<>();
        template.properties().forEach(member -> fields.add(Expressions.field(name(member), value(member))));
        return new Code.Call("json", fields);
    }

    static boolean isPath(Map.Entry<String, JsonNode> member) {
        return member.getKey().endsWith(PATH) && member.getValue().isString();
    }

    static String name(Map.Entry<String, JsonNode> member) {
        String key = member.getKey();
        return isPath(member) ? key.substring(0, key.length() - PATH.length()) : key;
    }

    /** Returns whether every field is one of an object: none is there twice, and each path is a text. */
    static boolean isSayable(JsonNode template) {
        return template.isObject()
                && template.properties().stream()
                        .allMatch(member -> isPath(member) || !member.getKey().endsWith(PATH))
                && template.properties().stream().map(Payload::name).distinct().count() == template.size();
    }

    private static boolean isObject(JsonNode value) {
        return value.isObject() && !value.isEmpty() && isSayable(value);
    }

    private Code value(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        if (isPath(member)) {
            return pathOrIntrinsic(value.stringValue());
        }
        if (isObject(value)) {
            return code(value);
        }
        if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(Payload::isObject)) {
            return new Code.Call(
                    "listOf", value.valueStream().map(element -> code(element)).toList());
        }
        return Expressions.constant(value);
    }

    private Code pathOrIntrinsic(String text) {
        return text.startsWith("$")
                ? path(text, Document.UNKNOWN)
                : intrinsic(text).orElseGet(() -> asItStands(text, Document.UNKNOWN));
    }

    /** The functions of the DSL take nothing of a result, and those that take values of any type nothing of an item. */
    private Optional<Code> intrinsic(String text) {
        return new IntrinsicCode(this::argument).of(text);
    }

    private Code argument(String path, String type) {
        boolean ofItem = path.startsWith(ITEMS) && type.equals(Document.UNKNOWN);
        return ofResult() || ofItem ? asItStands(path, type) : path(path, type);
    }

    private Code asItStands(String text, String type) {
        String path = ofResult() && text.startsWith("$") && !text.startsWith("$$") ? place + text.substring(1) : text;
        return Expressions.path(path, type);
    }

    /** Returns a path that may be of any type, if the given one is unknown. */
    private Code path(String path, String type) {
        return typed(path)
                .filter(typed -> type.equals(Document.UNKNOWN) || typed.type.equals(type))
                .map(Typed::code)
                .orElseGet(() -> asItStands(path, type));
    }

    private Code typedPath(String path, String type) {
        return typed(path)
                .filter(typed -> typed.type.equals(type))
                .map(Typed::code)
                .orElseGet(() -> asItStands(path, type));
    }

    private record Typed(Code code, String type) {}

    /** Returns a path in words with its type; empty if none lead there. */
    private Optional<Typed> typed(String path) {
        Word word = words.getOrDefault(path, CONTEXT.get(path));
        if (word != null) {
            return Optional.of(new Typed(Code.call(word.call), word.type));
        }
        if (path.startsWith(ITEM) && words.equals(OF_ITEM)) {
            String within = "$" + path.substring(ITEM.length());
            return item.pathOf("item", within)
                    .map(code -> new Typed(code, item.typeAt(within).orElseThrow()));
        }
        Optional<Code> code = ofResult()
                ? document.pathOf("result", path)
                : path.equals("$") ? Optional.of(Code.call("input")) : document.path(path);
        return code.map(said -> new Typed(said, document.typeAt(path).orElseThrow()));
    }

    /** Returns as what Java has a constant of JSON. */
    static String type(JsonNode constant) {
        return constant.isString()
                ? "String"
                : constant.isBoolean()
                        ? "Boolean"
                        : constant.isIntegralNumber() && constant.canConvertToInt() ? "Integer" : Document.UNKNOWN;
    }

    /** Returns the type of what a field of a template gives that reads something of the context object, or calls a function. */
    static String type(String text) {
        Word word = OF_ITEM.getOrDefault(text, CONTEXT.get(text));
        return word == null ? IntrinsicCode.type(text) : word.type;
    }

    /**
     * Returns the template as an object of a record; empty if it has fields that the record does not have.
     *
     * @param type the record
     */
    Optional<Code> record(JsonNode template, String type) {
        return document.components(type).flatMap(components -> record(template, type, components));
    }

    private Optional<Code> record(JsonNode template, String type, Map<String, Records.Component> components) {
        if (!isSayable(template)
                || !template.properties().stream().map(Payload::name).allMatch(components::containsKey)) {
            return Optional.empty();
        }
        List<String> names = template.properties().stream().map(Payload::name).toList();
        boolean all = names.size() <= MOST_PARTS && names.equals(List.copyOf(components.keySet()));
        List<Code> arguments = new ArrayList<>();
        arguments.add(all ? Code.word(type + "::new") : Expressions.literal(type));
        template.properties().forEach(member -> {
            Records.Component component = Objects.requireNonNull(components.get(name(member)));
            boolean any = component.type().equals("Object");
            Code value = any ? value(member) : typed(member, component.type());
            Code field = Code.call("field", Code.word(type + "::" + component.name()));
            arguments.add(all ? value : field.then(Code.call("is", value)));
        });
        return Optional.of(new Code.Call("object", arguments));
    }

    private Code typed(Map.Entry<String, JsonNode> member, String type) {
        JsonNode value = member.getValue();
        if (isPath(member)) {
            String text = value.stringValue();
            return text.startsWith("$")
                    ? typedPath(text, type)
                    : intrinsic(text)
                            .filter(code -> IntrinsicCode.type(code).equals(type) && !isList(code))
                            .orElseGet(() -> asItStands(text, type));
        }
        if (type.equals("List<String>") && Expressions.areTexts(value)) {
            return Expressions.constant(value);
        }
        if (value.isValueNode() && type.equals(type(value)) && !type.equals(Document.UNKNOWN)) {
            return Code.call("value", Literals.value(value));
        }
        if (value.isObject() && type.equals(ServiceTypes.TEXTS)) {
            return new Code.Call(
                    "mapOf",
                    value.properties().stream()
                            .<Code>map(
                                    entry -> Code.call("entry", Literals.string(name(entry)), typed(entry, "String")))
                            .toList());
        }
        if (isObject(value)) {
            Optional<Code> made = type.equals(Document.UNKNOWN) ? Optional.of(code(value)) : record(value, type);
            return made.orElseGet(() -> Expressions.template(value, type, QueryLanguage.JSONPATH));
        }
        if (value.isArray() && ServiceTypes.components(Document.element(type)).isPresent()) {
            return new Code.Call(
                    "listOf",
                    value.valueStream()
                            .map(element ->
                                    record(element, Document.element(type)).orElseThrow())
                            .toList());
        }
        return Expressions.template(value, type, QueryLanguage.JSONPATH);
    }

    /** Returns the constructor and its parts, for a word that takes these as they are; else the value alone. */
    static List<Code> parts(Code value) {
        return value instanceof Code.Call call
                        && call.name().equals("object")
                        && call.arguments().get(0) instanceof Code.Word first
                        && first.text().endsWith("::new")
                ? call.arguments()
                : List.of(value);
    }

    private static boolean isList(Code code) {
        return code instanceof Code.Call call && call.name().equals("listOf");
    }
}
