package dev.stepwright.runtime.evaluate.intrinsic;

import dev.stepwright.expression.IntrinsicFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies of the intrinsic functions. */
public final class IntrinsicBodies {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private IntrinsicBodies() {}

    /** Returns what a function does. */
    public static IntrinsicBody of(IntrinsicFunction function) {
        return switch (function) {
            case FORMAT -> (arguments, chance) -> IntrinsicTexts.format(arguments);
            case STRING_TO_JSON -> (arguments, chance) -> IntrinsicTexts.parse(arguments[0].stringValue());
            case JSON_TO_STRING -> (arguments, chance) -> NODES.stringNode(IntrinsicTexts.json(arguments[0]));
            case ARRAY -> (arguments, chance) -> IntrinsicArrays.of(arguments);
            case ARRAY_PARTITION -> (arguments, chance) -> IntrinsicArrays.partition(arguments[0], arguments[1]);
            case ARRAY_CONTAINS -> (arguments, chance) -> IntrinsicArrays.contains(arguments[0], arguments[1]);
            case ARRAY_RANGE -> (arguments, chance) -> IntrinsicArrays.range(arguments[0], arguments[1], arguments[2]);
            case ARRAY_GET_ITEM -> (arguments, chance) -> IntrinsicArrays.item(arguments[0], arguments[1]);
            case ARRAY_LENGTH -> (arguments, chance) -> NODES.numberNode(arguments[0].size());
            case ARRAY_UNIQUE -> (arguments, chance) -> IntrinsicArrays.unique(arguments[0]);
            case BASE64_ENCODE -> (arguments, chance) -> IntrinsicTexts.encode(arguments[0].stringValue());
            case BASE64_DECODE -> (arguments, chance) -> IntrinsicTexts.decode(arguments[0].stringValue());
            case HASH -> (arguments, chance) -> IntrinsicTexts.hash(arguments[0], arguments[1].stringValue());
            case JSON_MERGE -> (arguments, chance) -> merge(arguments[0], arguments[1], arguments[2]);
            case MATH_RANDOM -> IntrinsicNumbers::random;
            case MATH_ADD -> (arguments, chance) -> IntrinsicNumbers.add(arguments[0], arguments[1]);
            case STRING_SPLIT ->
                (arguments, chance) -> IntrinsicTexts.split(arguments[0].stringValue(), arguments[1].stringValue());
            case UUID ->
                (arguments, chance) -> NODES.stringNode(chance.nextUuid().toString());
        };
    }

    /** AWS: merges the top level only; a third argument of true is refused. */
    private static JsonNode merge(JsonNode first, JsonNode second, JsonNode deep) {
        if (deep.booleanValue()) {
            throw new IntrinsicBody.Refusal(
                    "Objects are merged in shallow mode only; the third argument must be false.");
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        first.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        second.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return new ObjectNode(NODES, members);
    }
}
