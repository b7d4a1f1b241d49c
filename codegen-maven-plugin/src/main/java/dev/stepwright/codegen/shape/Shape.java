package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import java.util.List;

/** What a schema allows, as far as it needs no Java type of its own. */
public sealed interface Shape {
    /** Any JSON value. */
    record Any() implements Shape {}

    /** A scalar. */
    record Scalar(Kind kind, List<Limit> limits) implements Shape {}

    /** An array. */
    record Elements(Shape element, List<Limit> limits) implements Shape {}

    /** An object whose names are not known. */
    record Entries(Shape value, List<Limit> limits) implements Shape {}

    /** A value of a named type: a record, an enumeration, a union. */
    record Named(Place type) implements Shape {}

    /**
     * A value of a class that somebody else wrote.
     *
     * @param name as in Java source, for example {@code com.acme.Money}
     */
    record Foreign(String name) implements Shape {}

    /** A value that may be JSON null. */
    record OrNull(Shape shape) implements Shape {}

    /** The scalars that Java has a type for. */
    enum Kind {
        STRING,
        BYTES,
        INT,
        LONG,
        BIG_INTEGER,
        DECIMAL,
        DOUBLE,
        BOOLEAN,
        INSTANT,
        OFFSET_DATE_TIME,
        DATE,
        TIME,
        DURATION,
        URI,
        UUID;

        /** Returns whether values are numbers that have an order. */
        public boolean isNumber() {
            return this == INT || this == LONG || this == BIG_INTEGER || this == DECIMAL || this == DOUBLE;
        }
    }
}
