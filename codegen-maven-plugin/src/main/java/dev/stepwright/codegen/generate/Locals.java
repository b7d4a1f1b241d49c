package dev.stepwright.codegen.generate;

import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.codegen.shape.Shape.Entries;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names for variables within a method.
 *
 * @param taken the names of what else can be seen there
 */
record Locals(Set<String> taken) {
    static Locals beside(List<Component> components) {
        return new Locals(components.stream().map(Component::name).collect(Collectors.toSet()));
    }

    /** Returns a name, changed if it is taken. No member is called so: theirs end with an underscore only where Java forbids the word. */
    String free(String name) {
        return taken.contains(name) ? free(name + "_") : name;
    }

    /** Returns a name for a value of a shape. */
    String of(Shape shape) {
        return free(shape instanceof Elements ? "list" : shape instanceof Entries ? "map" : "value");
    }

    /** Returns this with one more name taken. */
    Locals and(String name) {
        return new Locals(Stream.concat(taken.stream(), Stream.of(name)).collect(Collectors.toSet()));
    }
}
