package dev.stepwright.source;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.TemplateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Values of fields that hold paths, expressions and templates, as they stand. */
final class Expressions {
    /** What the DSL writes for words that read nothing. */
    private static final Map<String, String> WORDS = Map.of(
            "{% $states.input %}", "input",
            "{% $states.context.Execution.Id %}", "Context.executionId",
            "{% $states.context.Execution.Name %}", "Context.executionName",
            "{% $states.context.Execution.StartTime %}", "Context.executionStartTime",
            "{% $states.context.State.Name %}", "Context.stateName",
            "{% $states.context.State.EnteredTime %}", "Context.stateEnteredTime",
            "{% $states.context.StateMachine.Id %}", "Context.stateMachineId",
            "{% $states.context.StateMachine.Name %}", "Context.stateMachineName",
            "{% $uuid() %}", "uuid",
            "{% $now() %}", "now");

    private Expressions() {}

    /**
     * Returns a template or an expression.
     *
     * @param type as what it is read
     */
    static Code template(JsonNode value, String type, QueryLanguage language) {
        if (language == QueryLanguage.JSONATA && JsonataMarks.surround(value)) {
            return read("jsonata", expression(value.stringValue()), type);
        }
        if (!value.isContainer() || isConstant(value, language)) {
            return read("json", Literals.jsonText(value), type);
        }
        boolean fields = language == QueryLanguage.JSONATA && isAny(type) && Payload.isShort(value);
        return fields && isObject(value) ? object(value) : read("template", Literals.jsonText(value), type);
    }

    private static boolean isAny(String type) {
        return type.equals(Document.UNKNOWN);
    }

    private static boolean isObject(JsonNode value) {
        return value.isObject() && !value.isEmpty();
    }

    /** Returns what stands as a text, read as a type; what may be any JSON needs none. */
    private static Code read(String word, Code text, String type) {
        return isAny(type) ? Code.call(word, text) : Code.call(word, text, literal(type));
    }

    /** Returns an object of JSONata as its fields. */
    private static Code object(JsonNode value) {
        return new Code.Call(
                "json",
                value.properties().stream()
                        .<Code>map(member -> field(member.getKey(), member(member.getValue())))
                        .toList());
    }

    /** Returns a field of an object that has no class; constants stand in it as they are. */
    static Code field(String name, Code value) {
        boolean plain = value instanceof Code.Call call
                && call.name().equals("value")
                && call.arguments().get(0) instanceof Code.Word;
        return Code.call(
                "field",
                Literals.string(name),
                plain ? ((Code.Call) value).arguments().get(0) : value);
    }

    private static Code member(JsonNode value) {
        if (isObject(value)) {
            return object(value);
        }
        return Optional.ofNullable(WORDS.get(value.asString("")))
                .<Code>map(word -> Code.call(word))
                .orElseGet(() -> JsonataMarks.areIn(value)
                        ? template(value, Document.UNKNOWN, QueryLanguage.JSONATA)
                        : constant(value));
    }

    /** Returns whether a value is a list of texts. */
    static boolean areTexts(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isString);
    }

    /** Returns a value that nothing is computed for. */
    static Code constant(JsonNode value) {
        if (areTexts(value)) {
            List<Code> texts = value.valueStream()
                    .map(text -> Literals.string(text.stringValue()))
                    .toList();
            return Code.call("value", new Code.Call("List.of", texts));
        }
        if (value.isContainer()) {
            return Code.call("template", Literals.jsonText(value));
        }
        return value.isString() || value.isBoolean() || Literals.number(value).isPresent()
                ? Code.call("value", Literals.value(value))
                : Code.call("json", Literals.jsonText(value));
    }

    /** Returns whether Java infers from a value that it reads an input of some type: a field of that, or the whole. */
    static boolean reads(String type, Code value) {
        StringBuilder words = new StringBuilder(" ");
        value.addWords(words);
        return words.indexOf(" path " + type + "::") >= 0 || value.equals(Code.call("input"));
    }

    /** Returns a type as an argument. */
    static Code literal(String type) {
        return type.startsWith("List<")
                ? Code.call("listOf", literal(type.substring("List<".length(), type.length() - 1)))
                : Code.word(type + ".class");
    }

    /** Returns the text of an expression; without its marks if they stand as the DSL writes them. */
    static Code expression(String marked) {
        String text = JsonataMarks.inside(marked);
        return Literals.string(marked.equals(JsonataMarks.around(text)) && !text.startsWith("{%") ? text : marked);
    }

    static Code path(String path, String type) {
        return read("jsonPath", Literals.string(path), type);
    }

    /** Returns a value that reads only a part of the input. */
    static Code within(String path, Code value) {
        Code place = path.equals("$") ? Code.call("input") : path(path, Document.UNKNOWN);
        return Code.call("within", place, value);
    }

    /** A template that has only marks of the other language is a constant. */
    static boolean isConstant(JsonNode value, QueryLanguage language) {
        boolean own = language == QueryLanguage.JSONATA ? JsonataMarks.areIn(value) : TemplateKey.isDynamicIn(value);
        boolean other = language == QueryLanguage.JSONATA ? TemplateKey.isDynamicIn(value) : JsonataMarks.areIn(value);
        return other && !own;
    }

    /** Returns the text of a rule of a Choice state. */
    static Code rule(JsonNode rule, QueryLanguage language) {
        return language == QueryLanguage.JSONATA
                        && rule.size() == 1
                        && rule.has("Condition")
                        && JsonataMarks.surround(rule.get("Condition"))
                ? Literals.string(rule.get("Condition").stringValue())
                : Literals.jsonText(rule);
    }
}
