package dev.stepwright.runtime.store.form;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.task.TaskResource;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes up records of any type whose components have the types below, from a seed. */
final class Samples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "", "a", "Ship", "é", "日本", "😀", "half \uD83D of a pair", "nul \u0000", "line\nbreak", "x".repeat(300));
    private static final List<String> NUMBERS =
            List.of("1.50", "1e3", "-0", "0.1", "12345678901234567890123", "1E-400", "100", "2147483648");
    private static final List<String> RESOURCES = List.of(
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:states:us-east-1:123456789012:activity:a",
            "anything");

    private final Random random;
    private final List<JsonNode> made = new ArrayList<>();

    Samples(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a record of a type. */
    <T> T of(Class<T> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean mayBeNull = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values[i] = mayBeNull && random.nextInt(3) == 0 ? null : value(components[i].getType());
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private Object value(Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == JsonNode.class) {
            return json();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (type == long.class || type == Long.class) {
            return random.nextLong() >>> random.nextInt(63) + 1;
        } else if (type == int.class) {
            return random.nextInt() >>> random.nextInt(31) + 1;
        } else if (type == Double.class) {
            return random.nextDouble();
        } else if (type == MapRunTerms.class) {
            return of(MapRunTerms.class);
        } else if (type == StateKind.class) {
            return StateKind.values()[random.nextInt(StateKind.values().length)];
        } else if (type == TaskResource.class) {
            return TaskResource.parse(RESOURCES.get(random.nextInt(RESOURCES.size())));
        } else if (type == Map.class) {
            return Map.copyOf(assigned());
        }
        throw new IllegalStateException("no sample of a " + type + "; add one to Samples");
    }

    private Map<String, JsonNode> assigned() {
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            assigned.put("v" + i, json());
        }
        return assigned;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** Returns a value: a new one, or one that was returned before. */
    JsonNode json() {
        if (!made.isEmpty() && random.nextInt(3) == 0) {
            return made.get(random.nextInt(made.size()));
        }
        JsonNode value = json(4);
        made.add(value);
        return value;
    }

    private JsonNode json(int depth) {
        return switch (random.nextInt(depth == 0 ? 13 : 17)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> NODES.stringNode(text());
            case 4 -> NODES.numberNode(random.nextInt() >> random.nextInt(32));
            case 5 -> NODES.numberNode(random.nextLong() >> random.nextInt(64));
            case 6 -> NODES.numberNode(random.nextDouble());
            case 7 -> NODES.numberNode(random.nextFloat());
            case 8 -> NODES.numberNode((short) random.nextInt());
            case 9 -> NODES.numberNode(new BigInteger(90, random));
            case 10 -> DecimalNode.valueOf(new BigDecimal(new BigInteger(90, random), random.nextInt(40) - 20));
            case 11 ->
                JsonDocument.parse(NUMBERS.get(random.nextInt(NUMBERS.size()))).root();
            case 12 -> JsonDocument.parse("\"\\u00e9\\/\"").root();
            case 13, 14 -> array(depth);
            default -> object(depth);
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(json(depth - 1));
        }
        return array;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            object.set(text() + i, json(depth - 1));
        }
        return object;
    }
}
