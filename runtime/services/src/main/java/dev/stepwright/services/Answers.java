package dev.stepwright.services;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of the SDK as the results of tasks: members in PascalCase and alphabetical order, those that were not sent left out.
 *
 * @param time how times are told
 * @param name how members are called
 */
record Answers(Function<Instant, JsonNode> time, Function<SdkField<?>, String> name) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** AWS: SDK integrations tell times as ISO 8601, optimized ones as milliseconds since 1970. */
    static final Answers OF_SDK = new Answers(time -> NODES.stringNode(time.toString()), MemberNames::ofSdk);

    static final Answers OPTIMIZED = new Answers(time -> NODES.numberNode(time.toEpochMilli()), MemberNames::pascal);

    ObjectNode json(SdkPojo answer) {
        Map<String, JsonNode> members = new TreeMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = field.getValueOrDefault(answer);
            if (!isAbsent(value)) {
                members.put(name.apply(field), value(value));
            }
        }
        return NODES.objectNode().setAll(members);
    }

    /** The SDK has a list or a map of its own make where the service has sent none. */
    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
    }

    private JsonNode value(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof String text) {
            return NODES.stringNode(text);
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Instant instant) {
            return time.apply(instant);
        } else if (value instanceof SdkBytes bytes) {
            return NODES.stringNode(BytesAsText.of(bytes.asByteArray()));
        } else if (value instanceof SdkPojo structure) {
            return json(structure);
        } else if (value instanceof List<?> list) {
            ArrayNode elements = NODES.arrayNode();
            list.forEach(element -> elements.add(value(element)));
            return elements;
        } else if (value instanceof Map<?, ?> map) {
            ObjectNode entries = NODES.objectNode();
            map.forEach((key, entry) -> entries.set(String.valueOf(key), value(entry)));
            return entries;
        } else if (value instanceof Document document) {
            return Documents.json(document);
        }
        throw new IllegalStateException("the SDK has a kind of value that nobody knows here: " + value.getClass());
    }

    private static JsonNode number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value)
                    ? NODES.numberNode(new BigDecimal(number.toString()))
                    : NODES.stringNode(number.toString());
        }
        if (number instanceof BigDecimal decimal) {
            return NODES.numberNode(decimal);
        }
        long value = number.longValue();
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }
}
