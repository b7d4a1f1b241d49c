package dev.stepwright.codegen.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a schema allows, as far as it needs no Java type of its own. */
public sealed interface Shape {
    /** Any JSON value. */
    record Any() implements Shape {}

    /**
     * A scalar.
     *
     * @param limits the keywords that constrain the value, by name
     */
    record Scalar(Kind kind, Map<String, JsonNode> limits) implements Shape {}

    /** An array. */
    record Elements(Shape element, Map<String, JsonNode> limits) implements Shape {}

    /** An object whose names are not known. */
    record Entries(Shape value, Map<String, JsonNode> limits) implements Shape {}

    /** A value of a named type: a record, an enumeration, a union. */
    record Named(Place type) implements Shape {}

    /** A value that may be JSON null. */
    record OrNull(Shape shape) implements Shape {}

    /** The scalars that Java has a type for. */
    enum Kind {
        STRING,
        INT,
        LONG,
        DECIMAL,
        BOOLEAN,
        INSTANT,
        DATE,
        TIME,
        DURATION,
        URI,
        UUID
    }
}
