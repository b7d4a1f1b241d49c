package dev.stepwright.codegen.generate;

import com.palantir.javapoet.TypeName;
import dev.stepwright.codegen.schema.NamedType.Property;
import dev.stepwright.codegen.schema.Shape;
import dev.stepwright.codegen.schema.Shape.OrNull;

/**
 * A component of a generated record.
 *
 * @param name its Java name
 * @param shape what it holds when it holds something
 * @param type its Java type, an Optional if it may be absent or null
 * @param value the Java type of what it holds when it holds something
 */
record Component(String name, Property property, Shape shape, TypeName type, TypeName value) {
    static Component of(Property property, JavaTypes types) {
        boolean nullable = property.shape() instanceof OrNull;
        Shape shape = property.shape() instanceof OrNull orNull ? orNull.shape() : property.shape();
        TypeName value = types.of(shape);
        boolean optional = nullable || !property.required();
        return new Component(
                Names.member(property.name()), property, shape, optional ? types.optional(shape) : value, value);
    }

    boolean isOptional() {
        return !type.equals(value);
    }

    /** Returns whether JSON null has to be written where there is no value. */
    boolean isWrittenAsNull() {
        return isOptional() && property.required();
    }

    boolean isRenamed() {
        return !name.equals(property.name());
    }

    /** Returns the name with a capital first letter, to be part of another name. */
    String capital() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
