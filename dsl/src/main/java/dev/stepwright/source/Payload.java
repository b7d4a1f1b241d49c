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
 * @param words what the context object has here, by paths
 */
record Payload(Document document, Map<String, String> words) {
    private static final String PATH = ".$";
    private static final int MOST_FIELDS = 50;

    private static final Map<String, String> CONTEXT = Map.of(
            "$$.Execution.Id", "Context.executionId",
            "$$.Execution.Name", "Context.executionName",
            "$$.Execution.StartTime", "Context.executionStartTime",
            "$$.StateMachine.Id", "Context.stateMachineId",
            "$$.StateMachine.Name", "Context.stateMachineName",
            "$$.State.Name", "Context.stateName",
            "$$.State.EnteredTime", "Context.stateEnteredTime");

    private static final Map<String, String> ITEM = Map.of(
            "$$.Map.Item.Value", "item",
            "$$.Map.Item.Index", "itemIndex",
            "$$.Map.Item.Key", "itemKey",
            "$$.Map.Item.Source", "itemSource");

    /** Returns the template of a task, which has a token if it waits for that. */
    static Payload ofTask(Document document, boolean token) {
        return new Payload(document, token ? Map.of("$$.Task.Token", "Context.taskToken") : Map.of());
    }

    /** Returns the template of what a Map state makes for its processor. */
    static Payload ofItems(Document document) {
        return new Payload(document, ITEM);
    }

    /** Returns whether javac can take the template as fields: what it infers of them costs it the third power of how many there are. */
    static boolean isShort(JsonNode template) {
        return fields(template) <= MOST_FIELDS;
    }

    private static int fields(JsonNode template) {
        return template.propertyStream()
                .mapToInt(member -> 1 + fields(member.getValue()))
                .sum();
    }

    /** Calls back for every path that a template reads; those within intrinsic functions, too. */
    static void readings(JsonNode template, Consumer<String> reading) {
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

    /**
     * Returns the template as an object of fields.
     *
     * @param input the type of the input where Java cannot infer it; else empty
     */
    Code code(JsonNode template, String input) {
        List<Code> fields = new ArrayList<>();
        template.properties()
                .forEach(member -> fields.add(Code.call("field", Literals.string(name(member)), value(member))));
        Code object = new Code.Call("json", fields);
        StringBuilder words = new StringBuilder(" ");
        object.addWords(words);
        boolean inferred = words.indexOf(" path " + document.type() + "::") >= 0;
        return input.isEmpty() || inferred ? object : new Code.Call("Dsl.<" + input + ", Object>json", fields);
    }

    private static boolean isPath(Map.Entry<String, JsonNode> member) {
        return member.getKey().endsWith(PATH) && member.getValue().isString();
    }

    private static String name(Map.Entry<String, JsonNode> member) {
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

    private Code value(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        if (isPath(member)) {
            return pathOrIntrinsic(value.stringValue());
        }
        if (value.isObject() && !value.isEmpty() && isSayable(value)) {
            return code(value, "");
        }
        if (value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isString)) {
            List<Code> texts = value.valueStream()
                    .map(text -> Literals.string(text.stringValue()))
                    .toList();
            return Code.call("value", new Code.Call("List.of", texts));
        }
        if (value.isContainer()) {
            return Code.call("template", Literals.jsonText(value));
        }
        Optional<String> number = Literals.number(value);
        return value.isString()
                ? Code.call("value", Literals.string(value.stringValue()))
                : value.isBoolean()
                        ? Code.call("value", Code.word(value.toString()))
                        : number.map(text -> Code.call("value", Code.word(text)))
                                .orElseGet(() -> Code.call("json", Literals.jsonText(value)));
    }

    private Code pathOrIntrinsic(String text) {
        return text.startsWith("$")
                ? path(text, Document.UNKNOWN)
                : new IntrinsicCode(this::path).of(text).orElseGet(() -> asItStands(text, Document.UNKNOWN));
    }

    private static Code asItStands(String text, String type) {
        return Code.call("jsonPath", Literals.string(text), Expressions.literal(type));
    }

    /** Returns a path that may be of any type, if the given one is unknown. */
    private Code path(String path, String type) {
        if (!type.equals(Document.UNKNOWN)) {
            return typedPath(path, type);
        }
        if (path.equals("$")) {
            return Code.call("input");
        }
        String word = words.getOrDefault(path, CONTEXT.getOrDefault(path, ""));
        return word.isEmpty() ? document.path(path).orElseGet(() -> asItStands(path, type)) : Code.call(word);
    }

    private Code typedPath(String path, String type) {
        return document.path(path)
                .filter(code -> document.typeAt(path).filter(type::equals).isPresent())
                .orElseGet(() -> asItStands(path, type));
    }

    /**
     * Returns the template as an object of a record; empty if it has fields that the record does not have.
     *
     * @param components those of the record by their JSON names
     */
    Optional<Code> record(JsonNode template, String type, Map<String, Document.Component> components) {
        if (!isSayable(template)
                || !template.properties().stream().map(Payload::name).allMatch(components::containsKey)) {
            return Optional.empty();
        }
        List<Code> arguments = new ArrayList<>();
        arguments.add(Expressions.literal(type));
        template.properties().forEach(member -> {
            Document.Component component = Objects.requireNonNull(components.get(name(member)));
            Code field = Code.call("field", Code.word(type + "::" + component.name()));
            arguments.add(field.then(Code.call("is", typed(member, component.type()))));
        });
        return Optional.of(new Code.Call("object", arguments));
    }

    private Code typed(Map.Entry<String, JsonNode> member, String type) {
        JsonNode value = member.getValue();
        if (isPath(member)) {
            String text = value.stringValue();
            return text.startsWith("$")
                    ? typedPath(text, type)
                    : new IntrinsicCode(this::path)
                            .of(text)
                            .filter(code -> IntrinsicCode.type(code).equals(type) && !isList(code))
                            .orElseGet(() -> asItStands(text, type));
        }
        if (value.isString() && type.equals("String")) {
            return Code.call("value", Literals.string(value.stringValue()));
        }
        return type.equals(Document.UNKNOWN) && value.isObject() && !value.isEmpty() && isSayable(value)
                ? code(value, "")
                : Expressions.template(value, type, "", QueryLanguage.JSONPATH);
    }

    private static boolean isList(Code code) {
        return code instanceof Code.Call call && call.name().equals("listOf");
    }
}
