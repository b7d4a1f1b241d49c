package dev.stepwright.dsl.expr;

import java.io.Serializable;
import java.lang.reflect.Type;

/** One step of a path. */
public sealed interface Segment {
    /** Returns the class whose accessor is this step; {@code Object} where no class is known. */
    Class<?> owner();

    /** Returns the declared type of what the step leads to; it may use the owner's type variables. */
    Type type();

    /** A member of an object, by its JSON name. */
    record Field(String name, Class<?> owner, Type type) implements Segment {}

    /** An element of an array, counted from 0. */
    record Element(int index, Class<?> owner, Type type) implements Segment {}

    /** Returns a step to a field that no Java class describes. */
    static Segment named(String name, Type type) {
        return new Field(name, Object.class, type);
    }

    /**
     * Returns the step that an accessor such as {@code Order::total} takes, under the name that Jackson gives the property.
     *
     * @throws IllegalArgumentException if it is no method reference, or no property of its class
     */
    static Segment of(Serializable accessor) {
        MethodReference reference = MethodReference.of(accessor, "Order::total");
        return JsonProperties.of(reference.receiver()).segment(reference);
    }
}
