package dev.stepwright.permission;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters of a task, as far as the definition itself tells them: {@code Parameters} in JSONPath, {@code Arguments} in JSONata. */
final class Arguments {
    private static final String COMPUTED = ".$";
    private static final List<String> OWN_MACHINE = List.of("$$.StateMachine.Id", "$states.context.StateMachine.Id");

    private static final Pattern CONSTANT = Pattern.compile("(['\"])([^'\"\\\\]*)\\1");

    private final JsonNode json;
    private final QueryLanguage language;
    private final String machineArn;
    private final boolean areKnown;

    private Arguments(JsonNode json, QueryLanguage language, String machineArn, boolean areKnown) {
        this.json = json;
        this.language = language;
        this.machineArn = machineArn;
        this.areKnown = areKnown;
    }

    /**
     * Returns the parameters in an object, such as a Task state or an {@code ItemReader}.
     *
     * @param machineArn what the ARN of the machine itself is, which the context object has
     */
    static Arguments in(JsonNode object, QueryLanguage language, String machineArn) {
        JsonNode json = object.path(language == QueryLanguage.JSONATA ? "Arguments" : "Parameters");
        return new Arguments(json, language, machineArn, false);
    }

    /** Returns parameters that have been computed. */
    static Arguments known(JsonNode parameters) {
        return new Arguments(parameters, QueryLanguage.JSONPATH, "", true);
    }

    /** Returns whether nothing is left to compute. */
    boolean areKnown() {
        return areKnown;
    }

    /** Returns a parameter by its name; COMPUTED too where all parameters come from the input or from one expression. */
    Argument get(String name) {
        if (!json.isObject()) {
            String source = json.isString() ? json.stringValue() : "the input of the state";
            return new Argument(Argument.Kind.COMPUTED, source);
        }
        return member(json, name);
    }

    /** Returns the parameters within another one, {@code Overrides} or {@code Entries}; none where it is no object. */
    Arguments within(String name) {
        JsonNode inner = json.path(name);
        return new Arguments(
                inner.isObject() ? inner : JsonNodeFactory.instance.objectNode(), language, machineArn, areKnown);
    }

    /** Returns the parameters in each element of a list; empty where there is no list in the definition. */
    List<Arguments> each(String name) {
        return json.path(name)
                .valueStream()
                .filter(JsonNode::isObject)
                .map(each -> new Arguments(each, language, machineArn, areKnown))
                .toList();
    }

    /**
     * Returns the same once for each element of the list that a parameter is, with the parameter called as one of them:
     * {@code InstanceId} for {@code InstanceIds}; once, as it is, where no parameter is a list of texts.
     */
    List<Arguments> onePerElement() {
        return json.properties().stream()
                .filter(parameter -> parameter.getKey().endsWith("s") && isListOfTexts(parameter.getValue()))
                .findFirst()
                .map(list -> list.getValue()
                        .valueStream()
                        .map(one -> with(list.getKey(), one))
                        .toList())
                .orElse(List.of(this));
    }

    private boolean isListOfTexts(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(this::isPlain);
    }

    private Arguments with(String list, JsonNode element) {
        ObjectNode one = ((ObjectNode) json).deepCopy();
        one.remove(list);
        one.set(list.substring(0, list.length() - 1), element);
        return new Arguments(one, language, machineArn, areKnown);
    }

    /** Returns the names of all parameters, those that are computed by their own names. */
    List<String> names() {
        return json.propertyNames().stream().map(this::plainName).distinct().toList();
    }

    /** Returns the names and values of all members at any depth whose name a test takes. */
    Map<String, Argument> deep(Predicate<String> isMeant) {
        Map<String, Argument> found = new LinkedHashMap<>();
        collect(json, "", isMeant, found);
        return found;
    }

    private void collect(JsonNode node, String place, Predicate<String> isMeant, Map<String, Argument> found) {
        node.properties().forEach(member -> {
            String name = plainName(member.getKey());
            if (isMeant.test(name)) {
                Argument value = member(node, name);
                if (!value.isAbsent()) {
                    found.put(place + name, value);
                }
            }
            collect(member.getValue(), place + name + ".", isMeant, found);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place + i + ".", isMeant, found);
        }
    }

    /** Returns the texts that are written as parameters, and in lists that are parameters. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String name : names()) {
            Argument value = get(name);
            if (value.isWritten()) {
                texts.add(value.text());
            }
            json.path(name).valueStream().filter(this::isPlain).forEach(each -> texts.add(asText(each)));
        }
        return texts;
    }

    private boolean isPlain(JsonNode value) {
        return value.isString() && !(language == QueryLanguage.JSONATA && JsonataMarks.surround(value));
    }

    private Argument member(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value != null && value.isValueNode()) {
            return isPlain(value) || !value.isString()
                    ? new Argument(Argument.Kind.WRITTEN, asText(value))
                    : computed(JsonataMarks.inside(value.stringValue()), value);
        }
        JsonNode path = object.get(name + COMPUTED);
        if (!areKnown && language == QueryLanguage.JSONPATH && path != null && path.isString()) {
            return computed(path.stringValue(), path);
        }
        return Argument.ABSENT;
    }

    private Argument computed(String expression, JsonNode value) {
        Matcher constant = CONSTANT.matcher(expression);
        if (language == QueryLanguage.JSONATA && constant.matches()) {
            return new Argument(Argument.Kind.WRITTEN, constant.group(2));
        }
        return OWN_MACHINE.contains(expression)
                ? new Argument(Argument.Kind.WRITTEN, machineArn)
                : new Argument(Argument.Kind.COMPUTED, JsonText.excerpt(value));
    }

    private String asText(JsonNode value) {
        String text = value.asString("");
        return areKnown ? Literal.of(text) : text;
    }

    private String plainName(String key) {
        if (areKnown) {
            return Literal.of(key);
        }
        return key.endsWith(COMPUTED) ? key.substring(0, key.length() - COMPUTED.length()) : key;
    }
}
