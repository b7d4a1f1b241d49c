package dev.stepwright.asl.template;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.Position;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Makes texts of the intrinsic functions in one machine of a template: placeholders stand for what only a deployment knows, {@code ${Name}}
 * and {@code ${Name.Attribute}}. {@code AWS::Partition} is {@code aws}, as ARNs in definitions mostly have it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic functions</a>
 */
final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final String FUNCTION = "Fn::";

    private final JsonDocument template;
    private final KnownValues values;
    private final Set<String> placeholders = new HashSet<>();
    private final Map<String, Position> references = new LinkedHashMap<>();

    /** @param values what need not be a placeholder */
    Intrinsics(JsonDocument template, KnownValues values) {
        this.template = template;
        this.values = values;
    }

    /** Returns the names of all placeholders that were made. */
    Set<String> placeholders() {
        return placeholders;
    }

    /** Returns the names of all that was referred to, attributes included, each with its first place. */
    Map<String, Position> references() {
        return references;
    }

    /** Returns whether a value is a call of a function. */
    static boolean isCall(JsonNode value) {
        return value.isObject() && value.size() == 1 && isFunction(function(value));
    }

    /** Returns the name of the function that a call calls. */
    static String function(JsonNode call) {
        return call.propertyNames().iterator().next();
    }

    private static boolean isFunction(String name) {
        return name.equals("Ref") || name.startsWith(FUNCTION) && !name.startsWith("Fn::ForEach");
    }

    /** Returns the text that a value of the template makes. */
    Extract text(JsonPointer value) {
        Extract text = new Extract(template, value);
        add(value, text);
        return text;
    }

    private void add(JsonPointer written, Extract to) {
        JsonPointer at = values.chosen(written);
        JsonNode value = template.root().at(at);
        if (value.isString()) {
            to.add(at, 0, value.stringValue().length());
        } else if (isCall(value)) {
            addCall(at, value, to);
        } else {
            to.add(value.isContainer() ? placeholder("Value") : value.asString(), at, 0);
        }
    }

    private void addCall(JsonPointer at, JsonNode call, Extract to) {
        String function = function(call);
        JsonNode argument = call.path(function);
        JsonPointer inside = at.appendProperty(function);
        switch (function) {
            case "Ref" -> to.add(reference(argument.asString(""), at, 0), at, 0);
            case "Fn::GetAtt" -> to.add(reference(attribute(argument), at, 0), at, 0);
            case "Fn::Sub" -> addSub(inside, argument, to);
            case "Fn::Join" -> addJoin(inside, argument, to);
            case "Fn::FindInMap" -> to.add(values.mapped(argument).orElseGet(() -> unknown(function, argument)), at, 0);
            default -> to.add(unknown(function, argument), at, 0);
        }
    }

    private String unknown(String function, JsonNode argument) {
        return placeholder(function.substring(FUNCTION.length()) + firstWord(argument));
    }

    private static String attribute(JsonNode argument) {
        return argument.isArray()
                ? argument.path(0).asString("") + "." + argument.path(1).asString("")
                : argument.asString("");
    }

    private static String firstWord(JsonNode argument) {
        JsonNode first = argument.isArray() ? argument.path(0) : argument;
        return first.isContainer() || first.isMissingNode() ? "" : "." + first.asString();
    }

    private void addJoin(JsonPointer at, JsonNode argument, Extract to) {
        JsonNode parts = argument.path(1);
        if (!parts.isArray()) {
            to.add(placeholder("Join"), at, 0);
            return;
        }
        String delimiter = argument.path(0).asString("");
        for (int i = 0; i < parts.size(); i++) {
            JsonPointer part = at.appendIndex(1).appendIndex(i);
            if (i > 0) {
                to.add(delimiter, part, 0);
            }
            add(part, to);
        }
    }

    private void addSub(JsonPointer at, JsonNode argument, Extract to) {
        JsonPointer text = argument.isArray() ? at.appendIndex(0) : at;
        JsonNode variables = argument.path(1);
        if (!template.root().at(text).isString()) {
            to.add(placeholder("Sub"), at, 0);
            return;
        }
        String value = template.root().at(text).stringValue();
        Map<String, String> known = variables(at.appendIndex(1), variables, value);
        Matcher variable = VARIABLE.matcher(value);
        int from = 0;
        while (variable.find()) {
            int start = variable.start();
            to.add(text, from, start);
            from = variable.end();
            String name = variable.group(2).strip();
            if (!variable.group(1).isEmpty()) {
                to.add("${", text, start);
                to.add(text, variable.start(2), from);
            } else {
                String word = known.get(name);
                to.add(word == null ? reference(name, text, start) : word, text, start);
            }
        }
        to.add(text, from, value.length());
    }

    /** Returns the values of those variables that a text has: at once, since one string at a time is asked for its places. */
    private Map<String, String> variables(JsonPointer at, JsonNode variables, String text) {
        Map<String, String> known = new HashMap<>();
        VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(2).strip())
                .filter(variables::has)
                .forEach(name -> known.computeIfAbsent(
                        name, key -> text(at.appendProperty(name)).text()));
        return known;
    }

    private String reference(String name, JsonPointer value, int character) {
        Optional<String> known = values.of(name);
        if (known.isPresent() || name.equals("AWS::Partition")) {
            return known.orElse("aws");
        }
        references.computeIfAbsent(
                name,
                key -> template.root().at(value).isString()
                        ? template.characterPosition(value, character)
                        : template.position(value));
        return placeholder(name);
    }

    /** A placeholder stands within strings of JSON, so nothing in it may end one. */
    private String placeholder(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N}_.:/@+ -]", "");
        placeholders.add(clean);
        return "${" + clean + "}";
    }
}
