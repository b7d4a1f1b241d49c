package dev.stepwright.codegen.infer;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tells what a written schema says of a scalar that no definition tells: a format, some constants, a class, limits. */
final class WrittenScalar {
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");
    private static final Set<String> MORE = Set.of(
            "$ref",
            "allOf",
            "anyOf",
            "oneOf",
            "enum",
            "format",
            "contentEncoding",
            "x-java-type",
            "javaType",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern");

    private WrittenScalar() {}

    /** Returns whether an inferred schema is that of a scalar, which may be null too. */
    static boolean is(JsonNode inferred) {
        JsonNode type = inferred.path("type");
        return TYPES.contains(type.asString("")) || TYPES.contains(type.path(0).asString(""));
    }

    static boolean saysMore(JsonNode written) {
        return !isConstant(written) && written.propertyNames().stream().anyMatch(MORE::contains);
    }

    /** A record has no component for what is always the same, but what a task takes is to be seen there. */
    static boolean isConstant(JsonNode written) {
        return written.has("const") || written.path("enum").size() == 1;
    }
}
