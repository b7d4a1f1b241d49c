package dev.stepwright.asl.template;

import dev.stepwright.json.Extract;
import dev.stepwright.json.JsonDocument;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A definition that is written into a template as an object, with calls of functions as values. */
final class InlineDefinition {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String IF = "Fn::If";

    private final Intrinsics intrinsics;
    private final JsonPointer start;
    private final Map<JsonPointer, Extract> strings = new HashMap<>();

    private InlineDefinition(Intrinsics intrinsics, JsonPointer start) {
        this.intrinsics = intrinsics;
        this.start = start;
    }

    static JsonDocument of(JsonDocument template, JsonPointer definition, Intrinsics intrinsics) {
        InlineDefinition inline = new InlineDefinition(intrinsics, definition);
        JsonNode value = inline.copy(JsonPointer.empty(), template.root().at(definition));
        return template.part(definition, value, inline.strings);
    }

    private JsonNode copy(JsonPointer at, JsonNode value) {
        if (Intrinsics.isCall(value)) {
            return result(at, value);
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

    private static boolean isNothing(JsonNode value) {
        return value.size() == 1 && value.path("Ref").asString("").equals("AWS::NoValue");
    }

    /** What is chosen by a condition is taken for the first choice that is something, unless that is a text: then nobody knows it. */
    private JsonNode result(JsonPointer at, JsonNode call) {
        int choice = isNothing(call.path(IF).path(1)) ? 2 : 1;
        JsonNode chosen = call.path(IF).path(choice);
        if (chosen.has(IF) || !chosen.isMissingNode() && !chosen.isString() && !Intrinsics.isCall(chosen)) {
            return copy(at.appendProperty(IF).appendIndex(choice), chosen);
        }
        Extract text = intrinsics.text(start.append(at));
        strings.put(at, text);
        return NODES.stringNode(text.text());
    }
}
