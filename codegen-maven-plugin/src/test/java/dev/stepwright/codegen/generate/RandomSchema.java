package dev.stepwright.codegen.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Schemas as people write them and as they do not, small and deep, of all keywords that types are made of. The same seed makes the same. */
final class RandomSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 3;
    private static final String OBJECT = "One";
    private static final List<String> DEFINITIONS = List.of("two", "Three-3");
    private static final List<String> NAMES = List.of(
            "id",
            "total",
            "lines",
            "order-id",
            "class",
            "Kind",
            "_links",
            "x",
            "value",
            "from",
            "json",
            "read",
            "a b",
            "état",
            "9lives",
            "@type",
            "hash_code",
            "URL",
            "record",
            "of",
            "list",
            "other",
            "that",
            "element");
    private static final List<String> TEXTS = List.of("a", "b-c", "b_d", "D", "", "é", "new", "two words");
    private static final List<String> PATTERNS = List.of("^[a-c]+$", "b", "^\\d{2}$", "^\\p{L}*$", "^[^\\s]*$");
    private static final List<String> FORMATS = List.of(
            "date-time",
            "date",
            "time",
            "duration",
            "uri",
            "uri-reference",
            "uuid",
            "byte",
            "email",
            "int32",
            "hostname");

    private final Random random;
    private final String shared;
    private final boolean isShared;

    private RandomSchema(Random random, String shared, boolean isShared) {
        this.random = random;
        this.shared = shared;
        this.isShared = isShared;
    }

    /**
     * Returns a schema for a whole value.
     *
     * @param shared the path of the file that {@link #shared} makes of the same seed
     */
    static ObjectNode of(long seed, String shared) {
        return new RandomSchema(new Random(seed), shared, false).root();
    }

    /** Returns the schema that the one of the same seed refers to. */
    static ObjectNode shared(long seed) {
        return new RandomSchema(new Random(~seed), "", true).root();
    }

    private ObjectNode root() {
        ObjectNode root = chance(90) ? object(0) : schema(0);
        ObjectNode held = root.putObject("$defs");
        held.set(OBJECT, open(object(1)));
        DEFINITIONS.forEach(name -> held.set(name, chance(80) ? schema(1) : choice(1)));
        DEFINITIONS.stream().filter(name -> held.path(name).has("$ref")).forEach(name -> held.set(name, string()));
        return root;
    }

    private ObjectNode schema(int depth) {
        List<Function<Integer, ObjectNode>> kinds = List.of(
                each -> string(),
                each -> number(),
                each -> typed("boolean"),
                each -> enumeration(),
                each -> constant(),
                each -> reference(),
                each -> types(),
                each -> JSON.objectNode(),
                each -> formatted(),
                this::object,
                this::map,
                this::list,
                this::tuple,
                this::choice,
                this::choice,
                this::joined,
                this::nullable);
        int most = depth < MAX_DEPTH ? kinds.size() : 9;
        ObjectNode schema = kinds.get(random.nextInt(most)).apply(depth + 1);
        if (chance(5)) {
            schema.put("title", pick(List.of("Text", "Some Title", "Item")));
        }
        return schema;
    }

    private ObjectNode string() {
        ObjectNode schema = typed("string");
        if (chance(30)) {
            schema.put("minLength", random.nextInt(3));
        }
        if (chance(30)) {
            schema.put("maxLength", 2 + random.nextInt(4));
        }
        if (chance(15)) {
            schema.put("pattern", pick(PATTERNS));
        }
        return chance(10) && !schema.has("pattern") ? schema.put("default", "aa") : schema;
    }

    private ObjectNode formatted() {
        String format = pick(FORMATS);
        return typed(format.equals("int32") ? "integer" : "string").put("format", format);
    }

    private ObjectNode number() {
        ObjectNode schema = typed(chance(60) ? "integer" : "number");
        boolean isWhole = schema.path("type").asString("").equals("integer") && chance(90);
        if (chance(35)) {
            schema.set(chance(70) ? "minimum" : "exclusiveMinimum", limit(isWhole, -5));
        }
        if (chance(35)) {
            schema.set(chance(70) ? "maximum" : "exclusiveMaximum", limit(isWhole, 9));
        }
        if (chance(10)) {
            schema.set("multipleOf", isWhole ? JSON.numberNode(3) : JSON.numberNode(new java.math.BigDecimal("0.5")));
        }
        return schema;
    }

    private JsonNode limit(boolean isWhole, int around) {
        int value = around + random.nextInt(4);
        return isWhole ? JSON.numberNode(value) : JSON.numberNode(new java.math.BigDecimal(value + ".5"));
    }

    private ObjectNode enumeration() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode values = schema.putArray("enum");
        int kind = random.nextInt(8);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            JsonNode value = kind == 0
                    ? JSON.numberNode(random.nextInt(9))
                    : kind == 1 ? scalar() : JSON.stringNode(pick(TEXTS));
            if (values.valueStream().noneMatch(value::equals)) {
                values.add(value);
            }
        }
        if (chance(10)) {
            values.addNull();
        }
        return schema;
    }

    private ObjectNode constant() {
        return JSON.objectNode().set("const", scalar());
    }

    private JsonNode scalar() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.numberNode(random.nextInt(5));
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(new java.math.BigDecimal("1.5"));
            case 3 -> JSON.nullNode();
            default -> JSON.stringNode(pick(TEXTS));
        };
    }

    private ObjectNode reference() {
        boolean isOutside = !isShared && chance(20);
        return JSON.objectNode()
                .put("$ref", (isOutside ? shared : "") + "#/$defs/" + (chance(40) ? OBJECT : pick(DEFINITIONS)));
    }

    private ObjectNode types() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode types = schema.putArray("type");
        List<String> all =
                new ArrayList<>(List.of("string", "integer", "number", "boolean", "null", "array", "object"));
        Collections.shuffle(all, random);
        all.subList(0, 2 + random.nextInt(2)).forEach(types::add);
        if (chance(40)) {
            schema.put("minLength", 1);
        }
        if (chance(30)) {
            schema.put("maximum", 7);
        }
        return schema;
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            properties.set(pick(NAMES), chance(5) ? JSON.booleanNode(true) : schema(depth));
        }
        List<String> required = properties.propertyNames().stream()
                .filter(name -> random.nextBoolean())
                .toList();
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        switch (random.nextInt(10)) {
            case 0 -> schema.put("additionalProperties", true);
            case 1 -> schema.put("additionalProperties", false);
            case 2 -> schema.set("additionalProperties", schema(depth));
            case 3 ->
                schema.put("additionalProperties", false)
                        .putObject("patternProperties")
                        .set("^x-", schema(depth));
            case 4 -> schema.withArrayProperty("required").add("unnamed");
            default -> {}
        }
        return schema;
    }

    private ObjectNode map(int depth) {
        ObjectNode schema = typed("object");
        if (chance(60)) {
            schema.set("additionalProperties", schema(depth));
        } else if (chance(80)) {
            schema.put("additionalProperties", false)
                    .putObject("patternProperties")
                    .set("^x-", schema(depth));
        }
        if (chance(5)) {
            schema.withObjectProperty("patternProperties").set("^y-", schema(depth));
        }
        if (chance(20)) {
            schema.put(chance(50) ? "minProperties" : "maxProperties", 1 + random.nextInt(2));
        }
        return schema;
    }

    private ObjectNode list(int depth) {
        ObjectNode schema = typed("array");
        if (chance(90)) {
            schema.set("items", schema(depth));
        }
        if (chance(25)) {
            schema.put("minItems", 1);
        }
        if (chance(25)) {
            schema.put("maxItems", 1 + random.nextInt(3));
        }
        return chance(20) ? schema.put("uniqueItems", true) : schema;
    }

    private ObjectNode tuple(int depth) {
        ObjectNode schema = typed("array");
        ArrayNode elements = schema.putArray("prefixItems");
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            elements.add(schema(depth));
        }
        schema.put("minItems", chance(50) ? elements.size() : random.nextInt(elements.size() + 1));
        return schema.set("items", chance(50) ? JSON.booleanNode(false) : schema(depth));
    }

    private ObjectNode choice(int depth) {
        ObjectNode schema = chance(10) ? open(object(depth)) : JSON.objectNode();
        ArrayNode alternatives = schema.putArray(chance(60) ? "oneOf" : "anyOf");
        boolean isTold = chance(40);
        boolean areObjects = isTold || schema.has("properties") || chance(40);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            ObjectNode alternative = areObjects ? object(depth) : schema(depth);
            if (isTold) {
                alternative.withObjectProperty("properties").putObject("tag").put("const", pick(TEXTS));
                alternative.withArrayProperty("required").add("tag");
            }
            alternatives.add(alternative);
        }
        return schema;
    }

    private ObjectNode joined(int depth) {
        ObjectNode schema = chance(40) ? object(depth) : JSON.objectNode();
        ArrayNode parts = schema.putArray("allOf");
        parts.add(chance(40) ? JSON.objectNode().put("$ref", "#/$defs/" + OBJECT) : object(depth));
        if (chance(60)) {
            parts.add(object(depth));
        }
        List<ObjectNode> all = new ArrayList<>(List.of(schema));
        parts.forEach(part -> all.add((ObjectNode) part));
        if (chance(90)) {
            if (all.stream().anyMatch(part -> part.has("$ref"))) {
                all.forEach(RandomSchema::open);
            }
            all.forEach(part -> agree(part, all));
        }
        return schema;
    }

    /** Lets a part take members that others beside it name, which it cannot know. */
    private static ObjectNode open(ObjectNode part) {
        if (isClosed(part)) {
            part.remove("additionalProperties");
        }
        return part;
    }

    private static boolean isClosed(ObjectNode part) {
        JsonNode others = part.path("additionalProperties");
        return others.isBoolean() && !others.booleanValue();
    }

    /** Lets the other parts say of a member what a part says of it, which next to no value would fit otherwise. */
    private static void agree(ObjectNode part, List<ObjectNode> all) {
        JsonNode others = part.path("additionalProperties");
        JsonNode named = part.path("properties");
        for (ObjectNode other : all) {
            if (other != part && isClosed(part) && !named.has("unnamed")) {
                remove(other, "unnamed");
            }
            if (other == part || !(other.path("properties") instanceof ObjectNode members)) {
                continue;
            }
            for (String name : List.copyOf(members.propertyNames())) {
                JsonNode said = named.path(name).isMissingNode() ? others : named.path(name);
                if (said.isObject()) {
                    members.set(name, said.deepCopy());
                } else if (said.isBoolean() && !said.booleanValue()) {
                    members.remove(name);
                    remove(other, name);
                }
            }
        }
    }

    private static void remove(ObjectNode object, String required) {
        if (object.path("required") instanceof ArrayNode names) {
            List<JsonNode> kept = names.valueStream()
                    .filter(name -> !name.stringValue().equals(required))
                    .toList();
            names.removeAll().addAll(kept);
        }
    }

    private ObjectNode nullable(int depth) {
        ObjectNode schema = schema(depth);
        if (schema.path("type").isString()) {
            String type = schema.path("type").stringValue();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode whole = JSON.objectNode();
        whole.putArray("anyOf").add(schema).add(typed("null"));
        return whole;
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
