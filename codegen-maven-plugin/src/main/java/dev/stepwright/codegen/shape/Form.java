package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which kind of schema one is.
 *
 * @param nullable whether JSON null is allowed too
 * @param types the JSON types that it allows but for null, if it is told by its types
 * @param values what it allows, if it enumerates that, but for null
 * @param choice where its alternatives stand, if it has some
 */
record Form(Kind kind, boolean nullable, List<String> types, List<JsonNode> values, Optional<Place> choice) {
    enum Kind {
        ANY,
        /** What one of the alternatives allows, since the others are the null type. */
        WRAPPER,
        RECORD,
        MAP,
        ARRAY,
        TUPLE,
        /** Some strings. */
        ENUM,
        UNION,
        /** Values of several types. */
        TYPES,
        SCALAR,
        /** No schema, or one that allows nothing. */
        NONE,
        /** Nothing but null. */
        NULL,
        /** Constants that have no Java type in common. */
        MIXED,
        /** Several lists of elements that hold at once. */
        TUPLES,
        /** Constraints, but no type that they apply to. */
        UNTYPED;

        /** Returns whether it takes values that have no Java type in common. */
        boolean isAnyValue() {
            return this == ANY || this == MIXED || this == TUPLES || this == UNTYPED;
        }
    }

    /** What alternatives consist of that have no part in the type of an object. */
    private static final Set<String> CONDITIONS = Set.of("required", "not", "if", "then", "else", "minProperties");

    static Form of(Schema schema, Limits limits) {
        if (schema.impossible()) {
            return new Form(Kind.NONE, false, List.of(), List.of(), Optional.empty());
        }
        List<Place> choices = choices(schema);
        if (!choices.isEmpty()) {
            return choosing(choices.get(0));
        }
        List<JsonNode> values = limits.values(schema);
        Types types = Types.of(schema, limits.findings());
        return values.isEmpty() ? typed(schema, types) : enumeration(values, types);
    }

    /** Returns the form of any value. */
    static Form any() {
        return new Form(Kind.ANY, false, List.of(), List.of(), Optional.empty());
    }

    /** Returns this, with null allowed too if so. */
    Form orNull(boolean also) {
        return new Form(kind, nullable || also, types, values, choice);
    }

    /** Returns where alternatives stand that are types, of which each value has one. */
    static List<Place> choices(Schema schema) {
        return Stream.of("oneOf", "anyOf")
                .flatMap(keyword -> schema.all(keyword).stream())
                .filter(choice -> !isCondition(schema, choice))
                .toList();
    }

    /** Returns whether alternatives only tell which members go together, in a schema that has them. */
    static boolean isCondition(Schema schema, Place choice) {
        return schema.has("properties")
                && choice.node()
                        .valueStream()
                        .allMatch(each ->
                                each.propertyStream().allMatch(keyword -> CONDITIONS.contains(keyword.getKey())));
    }

    /** Returns the alternatives that are not the null type. */
    static List<Place> alternatives(Place choice) {
        return IntStream.range(0, choice.node().size())
                .mapToObj(choice::at)
                .filter(each -> !isNull(each.node()))
                .toList();
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asString("").equals("null")
                || schema.path("const").isNull();
    }

    /** Returns the value of a schema that allows one value only by its own keywords; a missing node for every other. */
    static JsonNode constant(JsonNode schema) {
        JsonNode values = schema.path("enum");
        return values.size() == 1 ? values.get(0) : schema.path("const");
    }

    private static Form choosing(Place choice) {
        List<Place> some = alternatives(choice);
        boolean nullable = some.size() < choice.node().size();
        List<JsonNode> constants =
                some.stream().map(each -> constant(each.node())).distinct().toList();
        Kind kind = some.isEmpty()
                ? Kind.NULL
                : some.size() == 1
                        ? Kind.WRAPPER
                        : constants.stream().allMatch(JsonNode::isString) ? Kind.ENUM : Kind.UNION;
        return new Form(kind, nullable, List.of(), kind == Kind.ENUM ? constants : List.of(), Optional.of(choice));
    }

    private static Form enumeration(List<JsonNode> values, Types types) {
        List<JsonNode> some = values.stream()
                .filter(value -> !value.isNull() && types.allow(value))
                .toList();
        boolean nullable = some.size() < values.size() && values.stream().anyMatch(JsonNode::isNull);
        Set<String> found = new LinkedHashSet<>();
        some.forEach(value -> found.add(Types.of(value)));
        Kind kind = some.isEmpty()
                ? (nullable ? Kind.NULL : Kind.NONE)
                : switch (String.join(" ", found)) {
                    case "string" -> Kind.ENUM;
                    case "integer", "number", "integer number", "number integer", "boolean" -> Kind.SCALAR;
                    default -> Kind.MIXED;
                };
        List<String> numeric = found.contains("number") ? List.of("number") : List.copyOf(found);
        return new Form(kind, nullable, numeric, some, Optional.empty());
    }

    private static Form typed(Schema schema, Types types) {
        List<String> some = types.someButNull();
        Kind kind;
        if (types.isUnknown()) {
            kind = untyped(schema);
        } else if (some.isEmpty()) {
            kind = types.allowNull() ? Kind.NULL : Kind.NONE;
        } else if (some.size() > 1) {
            kind = Kind.TYPES;
        } else {
            kind = switch (some.get(0)) {
                case "object" -> object(schema);
                case "array" -> array(schema);
                default -> Kind.SCALAR;
            };
        }
        return new Form(kind, types.allowNull(), some, List.of(), Optional.empty());
    }

    private static Kind untyped(Schema schema) {
        if (schema.hasAny("properties", "required", "additionalProperties", "patternProperties")) {
            return object(schema);
        }
        if (schema.hasAny("items", "prefixItems")) {
            return array(schema);
        }
        return schema.keywords().stream().allMatch(KeywordCheck.IGNORED::contains) ? Kind.ANY : Kind.UNTYPED;
    }

    private static Kind array(Schema schema) {
        return switch (ArrayReader.lists(schema).size()) {
            case 0 -> Kind.ARRAY;
            case 1 -> Kind.TUPLE;
            default -> Kind.TUPLES;
        };
    }

    /** An object that allows no member at all is a record without components, not a map that stays empty. */
    private static Kind object(Schema schema) {
        boolean allowsNone = schema.all("additionalProperties").stream()
                        .anyMatch(
                                each -> each.node().isBoolean() && !each.node().booleanValue())
                && !schema.has("patternProperties");
        boolean hasMembers = !schema.members().isEmpty() || !schema.required().isEmpty();
        boolean isTooLarge = schema.members().size() > RecordReader.MAX_PARAMETERS;
        return (hasMembers || allowsNone) && !isTooLarge ? Kind.RECORD : Kind.MAP;
    }
}
