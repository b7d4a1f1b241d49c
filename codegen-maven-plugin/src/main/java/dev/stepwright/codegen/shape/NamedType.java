package dev.stepwright.codegen.shape;

import dev.stepwright.codegen.schema.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema that becomes a Java type of its own. */
public sealed interface NamedType {
    /** Returns the one place that the type stands for. */
    Place place();

    /**
     * An object with known names.
     *
     * @param others what becomes of members with other names
     */
    record RecordType(Place place, List<Property> properties, Others others) implements NamedType {}

    /**
     * An array whose elements have each a meaning of their own.
     *
     * @param elements in the order of the array; where one is optional, so are all after it
     * @param rest what all further elements hold; null if they are not kept
     * @param closed whether further elements are refused
     */
    record TupleType(
            Place place, List<Property> elements, @Nullable Shape rest, boolean closed) implements NamedType {}

    /** One of some strings. */
    record EnumType(Place place, List<String> values) implements NamedType {}

    /**
     * One of some types.
     *
     * @param discriminator the member whose constant tells which; empty if it is the first that fits
     */
    record UnionType(Place place, Optional<String> discriminator, List<Alternative> alternatives)
            implements NamedType {}

    /** An array, a map or a scalar that needs a class of its own, as a whole input or as an alternative: a record of one component. */
    record ValueType(Place place, Shape value) implements NamedType {}

    /**
     * A member of an object, or an element of a tuple.
     *
     * @param constant the only value, which is then no component; null if there are several
     */
    record Property(
            String name,
            Place place,
            Shape shape,
            boolean required,
            @Nullable JsonNode constant) {}

    /** What becomes of the members of an object that the schema does not name. */
    sealed interface Others {
        /** They are left out. */
        record Ignored() implements Others {}

        /** They are refused. */
        record Refused() implements Others {}

        /**
         * They are kept in a map.
         *
         * @param entries what the map holds
         */
        record Kept(Shape.Entries entries) implements Others {}
    }

    /**
     * One of the types of a union.
     *
     * @param tag the constant of the discriminator; null if there is none
     */
    record Alternative(Place type, @Nullable String tag) {}
}
