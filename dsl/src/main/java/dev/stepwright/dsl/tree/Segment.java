package dev.stepwright.dsl.tree;

import java.io.Serializable;
import java.lang.reflect.RecordComponent;
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
     * Returns the step to a component of a record. For generated code, which knows the names; works without lambda metadata.
     *
     * @param component its name in Java; what an {@code Optional} holds counts as its type
     * @param name its name in JSON
     * @throws IllegalArgumentException if the record has no such component
     */
    static Segment component(Class<? extends Record> owner, String component, String name) {
        for (RecordComponent each : owner.getRecordComponents()) {
            if (each.getName().equals(component)) {
                return new Field(name, owner, JsonProperties.held(each.getGenericType()));
            }
        }
        throw new IllegalArgumentException(owner.getName() + " has no component " + component + "; generate it again");
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
