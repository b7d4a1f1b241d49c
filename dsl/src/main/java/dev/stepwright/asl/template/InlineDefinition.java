package dev.stepwright.asl.template;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A definition that is written into a template as an object, with calls of functions as values. */
final class InlineDefinition {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String IF = "Fn::If";

    /** Such a value would be deployed as a text, where a definition most likely needs a number or a boolean: it stays a placeholder. */
    private static final Pattern NO_TEXT = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false");

    private final Intrinsics written;
    private final Intrinsics known;
    private final Filling filling;
    private final JsonPointer start;
    private final Map<JsonPointer, Extract> strings = new HashMap<>();

    private InlineDefinition(Intrinsics written, Intrinsics known, Filling filling, JsonPointer start) {
        this.written = written;
        this.known = known;
        this.filling = filling;
        this.start = start;
    }

    /** Returns a definition with placeholders for what the template calls by names. */
    static JsonDocument of(JsonPointer definition, JsonDocument template, Intrinsics intrinsics) {
        Filling nothing = new Filling(template, KnownValues.none(), Map.of());
        return new InlineDefinition(intrinsics, intrinsics, nothing, definition).document();
    }

    /** Returns a definition with values for what is known. */
    static JsonDocument of(JsonPointer definition, Filling filling) {
        Intrinsics written = new Intrinsics(filling.template(), KnownValues.none());
        Intrinsics known = new Intrinsics(filling.template(), filling.values());
        return new InlineDefinition(written, known, filling, definition).document();
    }

    private JsonDocument document() {
        JsonNode value = copy(JsonPointer.empty(), filling.template().root().at(start));
        return filling.template().part(start, value, strings);
    }

    private JsonNode copy(JsonPointer at, JsonNode value) {
        Optional<Integer> choice = filling.values().choice(value);
        if (choice.isPresent()) {
            return copy(
                    at.appendProperty(IF).appendIndex(choice.get()),
                    value.path(IF).path(choice.get()));
        }
        if (Intrinsics.isCall(value)) {
            return result(at, value);
        }
        if (!filling.words().isEmpty()
                && value.isString()
                && value.stringValue().contains("${")) {
            return text(at);
        }
        if (value.isObject()) {
            ObjectNode copy = NODES.objectNode();
            value.properties().stream()
                    .filter(member -> !isNothing(member.getValue()))
                    .forEach(member ->
                            copy.set(member.getKey(), copy(at.appendProperty(member.getKey()), member.getValue())));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            for (int i = 0; i < value.size(); i++) {
                copy.add(copy(at.appendIndex(i), value.get(i)));
            }
            return copy;
        }
        return value;
    }

    private boolean isNothing(JsonNode value) {
        Optional<Integer> choice = filling.values().choice(value);
        return choice.isPresent() ? isNothing(value.path(IF).path(choice.get())) : isNoValue(value);
    }

    private static boolean isNoValue(JsonNode value) {
        return value.size() == 1 && value.path("Ref").asString("").equals("AWS::NoValue");
    }

    /** What is chosen by a condition is taken for the first choice that is something, unless that is a text: then nobody knows it. */
    private JsonNode result(JsonPointer at, JsonNode call) {
        int choice = isNoValue(call.path(IF).path(1)) ? 2 : 1;
        JsonNode chosen = call.path(IF).path(choice);
        if (chosen.has(IF) || !chosen.isMissingNode() && !chosen.isString() && !Intrinsics.isCall(chosen)) {
            return copy(at.appendProperty(IF).appendIndex(choice), chosen);
        }
        return text(at);
    }

    private JsonNode text(JsonPointer at) {
        Extract filled = known.text(start.append(at)).filling(Filling.PLACEHOLDER, filling.words());
        Extract text = NO_TEXT.matcher(filled.text()).matches() ? written.text(start.append(at)) : filled;
        strings.put(at, text);
        return NODES.stringNode(text.text());
    }
}
