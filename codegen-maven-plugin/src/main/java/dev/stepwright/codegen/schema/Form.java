package dev.stepwright.codegen.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which kind of schema one is, from its own keywords alone.
 *
 * @param nullable whether JSON null is allowed too
 */
record Form(Kind kind, boolean nullable) {
    enum Kind {
        ANY,
        REFERENCE,
        /** The one element of {@code allOf}, or the one alternative that is not null. */
        WRAPPER,
        RECORD,
        MAP,
        ARRAY,
        ENUM,
        UNION,
        SCALAR,
        /** No schema, or one that allows nothing. */
        NONE,
        /** Several types that have no Java type in common. */
        MIXED,
        /** Constraints, but no type that they apply to. */
        UNTYPED
    }

    private static final Set<String> NOTES = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly");

    static Form of(JsonNode schema) {
        if (!schema.isObject()) {
            return new Form(schema.isBoolean() && schema.booleanValue() ? Kind.ANY : Kind.NONE, false);
        }
        if (schema.has("$ref")) {
            return new Form(Kind.REFERENCE, false);
        }
        if (choice(schema).isArray() && !schema.has("properties")) {
            return choosing(choice(schema));
        }
        if (schema.has("allOf")) {
            boolean alone = schema.path("allOf").size() == 1 && !hasMembers(schema);
            return new Form(alone ? Kind.WRAPPER : Kind.RECORD, false);
        }
        if (schema.has("enum") || schema.has("const")) {
            return enumeration(schema);
        }
        return typed(schema);
    }

    /** Returns whether the schema becomes a Java type of its own wherever it stands. */
    boolean isNamed() {
        return kind == Kind.RECORD || kind == Kind.ENUM || kind == Kind.UNION;
    }

    /** Returns {@code oneOf} or {@code anyOf}; a missing node if there is neither. */
    static JsonNode choice(JsonNode schema) {
        return schema.path(choiceKeyword(schema));
    }

    static String choiceKeyword(JsonNode schema) {
        return schema.has("oneOf") ? "oneOf" : "anyOf";
    }

    /** Returns the indices of the alternatives that are not the null type. */
    static List<Integer> alternatives(JsonNode choice) {
        return IntStream.range(0, choice.size())
                .filter(i -> !choice.get(i).path("type").asString("").equals("null"))
                .boxed()
                .toList();
    }

    /** Returns the value of a schema that allows one value only; a missing node for every other. */
    static JsonNode constant(JsonNode schema) {
        JsonNode values = schema.path("enum");
        return values.size() == 1 ? values.get(0) : schema.path("const");
    }

    /** Returns the keywords that are more than notes to the reader. */
    static List<String> keywords(JsonNode schema) {
        return schema.propertyStream()
                .map(Map.Entry::getKey)
                .filter(keyword -> !NOTES.contains(keyword))
                .toList();
    }

    private static Form choosing(JsonNode choice) {
        List<Integer> some = alternatives(choice);
        boolean nullable = some.size() < choice.size();
        if (some.size() == 1) {
            return new Form(Kind.WRAPPER, nullable);
        }
        boolean texts = some.stream().allMatch(i -> constant(choice.get(i)).isString());
        return new Form(texts ? Kind.ENUM : Kind.UNION, nullable);
    }

    /** Returns the strings that an enumeration consists of, whether in {@code enum}, in {@code const} or in constant alternatives. */
    static List<String> texts(JsonNode enumeration) {
        Stream<JsonNode> values = choice(enumeration).isArray()
                ? choice(enumeration).valueStream().map(Form::constant)
                : enumeration.has("enum")
                        ? enumeration.path("enum").valueStream()
                        : Stream.of(enumeration.path("const"));
        return values.filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .distinct()
                .toList();
    }

    private static boolean hasMembers(JsonNode schema) {
        return schema.has("properties") || schema.has("required") || schema.has("additionalProperties");
    }

    private static Form enumeration(JsonNode schema) {
        if (!schema.has("enum")) {
            return new Form(schema.path("const").isString() ? Kind.ENUM : Kind.MIXED, false);
        }
        List<JsonNode> values = schema.path("enum").valueStream().toList();
        boolean nullable = values.stream().anyMatch(JsonNode::isNull);
        boolean texts = values.stream().anyMatch(JsonNode::isString)
                && values.stream().allMatch(value -> value.isString() || value.isNull());
        return new Form(texts ? Kind.ENUM : Kind.MIXED, nullable);
    }

    private static Form typed(JsonNode schema) {
        JsonNode type = schema.path("type");
        List<String> types = type.isArray()
                ? type.valueStream().map(each -> each.asString("")).toList()
                : type.isString() ? List.of(type.stringValue()) : List.of();
        List<String> some = types.stream().filter(each -> !each.equals("null")).toList();
        boolean nullable = some.size() < types.size();
        if (types.isEmpty()) {
            return new Form(untyped(schema), false);
        }
        if (some.size() != 1) {
            return new Form(Kind.MIXED, nullable);
        }
        return switch (some.get(0)) {
            case "object" -> new Form(object(schema), nullable);
            case "array" -> new Form(Kind.ARRAY, nullable);
            default -> new Form(Kind.SCALAR, nullable);
        };
    }

    private static Kind untyped(JsonNode schema) {
        if (hasMembers(schema)) {
            return object(schema);
        }
        if (schema.has("items")) {
            return Kind.ARRAY;
        }
        return keywords(schema).isEmpty() ? Kind.ANY : Kind.UNTYPED;
    }

    /** An object that allows no member at all is a record without components, not a map that stays empty. */
    private static Kind object(JsonNode schema) {
        boolean allowsNone = schema.path("additionalProperties").isBoolean()
                && !schema.path("additionalProperties").booleanValue()
                && !schema.has("patternProperties");
        return schema.path("properties").isEmpty() && schema.path("required").isEmpty() && !allowsNone
                ? Kind.MAP
                : Kind.RECORD;
    }
}
