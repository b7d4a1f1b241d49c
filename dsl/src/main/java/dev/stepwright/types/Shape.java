package dev.stepwright.types;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The type of a JSON value, as far as a definition or a schema tells it. {@link ShapeSchemas} turns it into JSON Schema and
 * back.
 */
public sealed interface Shape {
    /** Any value: nothing is known of it. */
    Shape ANY = new Any();

    /** Any value. */
    record Any() implements Shape {}

    /** A scalar. */
    record Scalar(Type type) implements Shape {
        /** The types of scalars. */
        public enum Type {
            NULL,
            BOOLEAN,
            INTEGER,
            NUMBER,
            STRING,
            /** A string that is an RFC 3339 timestamp. */
            TIMESTAMP
        }
    }

    /**
     * An object.
     *
     * @param members by name, in the order in which they were met
     * @param open whether members without a name here are of interest too, since the object is handed on as a whole
     */
    record Structure(Map<String, Member> members, boolean open) implements Shape {
        public Structure {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * A member of an object.
     *
     * @param required whether every such object has it; for the machine's input and the results of tasks: whether it is read
     *     on every way from there to an end, catch rules aside
     */
    record Member(Shape shape, boolean required) {}

    /** An array of any length. */
    record Sequence(Shape element) implements Shape {}

    /**
     * An array of just these elements, such as the result of a Parallel.
     *
     * @param names what each element is called, for the result of a Parallel the first state of the branch; empty if they have no names
     */
    record Tuple(List<Shape> elements, List<String> names) implements Shape {
        public Tuple {
            elements = List.copyOf(elements);
            names = List.copyOf(names);
            if (!names.isEmpty() && names.size() != elements.size()) {
                throw new IllegalArgumentException(
                        "there must be a name for each of " + elements.size() + " elements, found " + names);
            }
        }

        /** An array of elements that have no names. */
        public Tuple(List<Shape> elements) {
            this(elements, List.of());
        }
    }

    /** One of at least two. */
    record OneOf(List<Shape> alternatives) implements Shape {
        public OneOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** No value at all: the output of a machine that never ends well. */
    record Nothing() implements Shape {}
}
