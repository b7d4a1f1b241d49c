package dev.stepwright.codegen.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values near what a schema allows: most are valid, and what is not differs little.
 *
 * @param resolver what a {@code $ref} in a document means: the document and the schema in it
 */
record RandomValues(Random random, BiFunction<JsonNode, String, Target> resolver) {
    /** A member that no schema names. */
    static final String UNKNOWN = "unheard of";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 8;
    private static final List<String> TEXTS = List.of("", "a", "abc", "ab", "b", "12", "è", "😀😀", "x y", "1");
    private static final Map<String, String> FORMATTED = Map.of(
            "date-time", "2026-11-26T12:30:05Z",
            "date", "2026-11-26",
            "time", "12:30:05Z",
            "duration", "PT1H30M",
            "uri", "https://example.com/a?b=c",
            "uri-reference", "../a",
            "uuid", "8c1b7a10-3f0e-4b0e-9c7a-0b8a3c3f5d11",
            "byte", "AAEC",
            "email", "kim@example.com",
            "hostname", "example.com");

    record Target(JsonNode document, JsonNode schema) {}

    JsonNode of(JsonNode document) {
        return value(new Target(document, document), 0);
    }

    private JsonNode value(Target target, int depth) {
        JsonNode schema = target.schema();
        if (!schema.isObject() || depth > MAX_DEPTH) {
            return any();
        }
        JsonNode value = own(target, depth);
        if (schema.has("$ref")) {
            value = merged(
                    value,
                    value(resolver.apply(target.document(), schema.path("$ref").stringValue()), depth + 1));
        }
        for (JsonNode part : schema.path("allOf")) {
            value = merged(value, value(new Target(target.document(), part), depth + 1));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            JsonNode alternatives = schema.path(choice);
            if (alternatives.size() > 0) {
                JsonNode chosen = alternatives.get(random.nextInt(alternatives.size()));
                value = merged(value, value(new Target(target.document(), chosen), depth + 1));
            }
        }
        return value.isMissingNode() ? any() : value;
    }

    private static JsonNode merged(JsonNode one, JsonNode other) {
        if (one instanceof ObjectNode object && other instanceof ObjectNode more) {
            ObjectNode both = object.deepCopy();
            more.properties().forEach(member -> both.set(member.getKey(), member.getValue()));
            return both;
        }
        return other.isMissingNode() ? one : other;
    }

    /** Returns what the keywords of the schema itself tell; a missing node if they tell nothing. */
    private JsonNode own(Target target, int depth) {
        JsonNode schema = target.schema();
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        JsonNode type = schema.path("type");
        String named = type.isArray() ? type.get(random.nextInt(type.size())).stringValue() : type.asString("");
        return switch (named) {
            case "string" -> string(schema);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" ->
                chance(50) ? JSON.numberNode(number(schema)) : JSON.numberNode(new BigDecimal(number(schema) + ".25"));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            case "array" -> array(target, depth);
            case "object" -> object(target, depth);
            default ->
                schema.has("properties")
                        ? object(target, depth)
                        : schema.has("items") ? array(target, depth) : JSON.missingNode();
        };
    }

    private JsonNode string(JsonNode schema) {
        String formatted = FORMATTED.get(schema.path("format").asString(""));
        return JSON.stringNode(formatted == null ? TEXTS.get(random.nextInt(TEXTS.size())) : formatted);
    }

    private int number(JsonNode schema) {
        int least = schema.path("minimum").asInt(schema.path("exclusiveMinimum").asInt(-3) + 1);
        return least + random.nextInt(6);
    }

    private JsonNode any() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.stringNode("any");
            case 1 -> JSON.numberNode(3);
            case 2 -> JSON.booleanNode(true);
            case 3 -> JSON.nullNode();
            case 4 -> JSON.arrayNode().add(1).add("x");
            case 5 -> JSON.numberNode(new BigDecimal("0.5"));
            default -> JSON.objectNode().put(UNKNOWN, 1);
        };
    }

    private JsonNode array(Target target, int depth) {
        JsonNode schema = target.schema();
        ArrayNode array = JSON.arrayNode();
        JsonNode listed = schema.path("items").isArray() ? schema.path("items") : schema.path("prefixItems");
        int least = schema.path("minItems").asInt(listed.size());
        for (int i = 0; i < listed.size() && (i < least || chance(50)); i++) {
            array.add(value(new Target(target.document(), listed.get(i)), depth + 1));
        }
        JsonNode rest =
                listed.isArray() && !schema.has("prefixItems") ? schema.path("additionalItems") : schema.path("items");
        boolean mayHaveMore = listed.isMissingNode() || (rest.isObject() && array.size() == listed.size());
        for (int more = mayHaveMore ? least + random.nextInt(3) : 0; array.size() < more && depth < MAX_DEPTH; ) {
            array.add(value(new Target(target.document(), rest), depth + 1));
        }
        return array;
    }

    private JsonNode object(Target target, int depth) {
        JsonNode schema = target.schema();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            if (required.contains(member.getKey()) || (depth < 5 && chance(60))) {
                object.set(member.getKey(), value(new Target(target.document(), member.getValue()), depth + 1));
            }
        }
        required.stream().filter(name -> !object.has(name)).forEach(name -> object.set(name, any()));
        JsonNode others = schema.path("additionalProperties");
        if ((others.isObject() || others.asBoolean(false)) && chance(60)) {
            object.set("more " + random.nextInt(3), value(new Target(target.document(), others), depth + 1));
        }
        for (Map.Entry<String, JsonNode> pattern :
                schema.path("patternProperties").properties()) {
            if (pattern.getKey().matches("\\^[a-z]-") && chance(60)) {
                object.set(
                        pattern.getKey().substring(1) + "1",
                        value(new Target(target.document(), pattern.getValue()), depth + 1));
            }
        }
        return object;
    }

    /** Returns a value that differs from one at one place. */
    JsonNode mutated(JsonNode value) {
        JsonNode whole = JSON.arrayNode().add(value.deepCopy());
        List<Runnable> changes = new ArrayList<>();
        collect(whole, changes);
        changes.get(random.nextInt(changes.size())).run();
        return whole.get(0);
    }

    private void collect(JsonNode container, List<Runnable> changes) {
        if (container instanceof ObjectNode object) {
            changes.add(() -> object.put(UNKNOWN, 1));
            for (String name : object.propertyNames()) {
                changes.add(() -> object.remove(name));
                changes.add(() -> object.set(name, other(object.get(name))));
                collect(object.get(name), changes);
            }
        } else if (container instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                changes.add(() -> array.set(index, other(array.get(index))));
                if (array.get(i) instanceof ArrayNode inner) {
                    changes.add(() ->
                            inner.add(inner.isEmpty() ? any() : inner.get(0).deepCopy()));
                    changes.add(() -> inner.removeAll());
                }
                collect(array.get(i), changes);
            }
        }
    }

    private JsonNode other(JsonNode value) {
        if (chance(40)) {
            return any();
        }
        return value.isString()
                ? JSON.stringNode(chance(50) ? value.stringValue() + "zzzzzz" : "")
                : value.isNumber()
                        ? JSON.numberNode(value.decimalValue().add(new BigDecimal(chance(50) ? "10" : "-10.5")))
                        : any();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
