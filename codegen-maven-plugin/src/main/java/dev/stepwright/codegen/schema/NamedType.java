package dev.stepwright.codegen.schema;

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
     * @param additional what other members hold; null if they are ignored
     */
    record RecordType(
            Place place,
            List<Property> properties,
            @Nullable Shape additional) implements NamedType {}

    /** One of some strings. */
    record EnumType(Place place, List<String> values) implements NamedType {}

    /**
     * One of some objects.
     *
     * @param discriminator the member whose constant tells which; empty if the members that are present tell it
     */
    record UnionType(Place place, Optional<String> discriminator, List<Alternative> alternatives)
            implements NamedType {}

    /** A root schema that is an array, a map or a scalar: a record of one component stands for it. */
    record ValueType(Place place, Shape value) implements NamedType {}

    /**
     * A member of an object.
     *
     * @param constant the only value, which is then no component; null if there are several
     */
    record Property(
            String name,
            Place place,
            Shape shape,
            boolean required,
            @Nullable JsonNode constant) {}

    /**
     * One of the objects of a union.
     *
     * @param tag the constant of the discriminator; null if there is none
     */
    record Alternative(Place type, @Nullable String tag) {}
}
