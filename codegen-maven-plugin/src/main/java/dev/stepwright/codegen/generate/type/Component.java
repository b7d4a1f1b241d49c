package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.stepwright.codegen.generate.code.Docs;
import dev.stepwright.codegen.generate.code.JavaTypes;
import dev.stepwright.codegen.generate.code.Nullness;
import dev.stepwright.codegen.shape.NamedType.Property;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.OrNull;
import java.util.Optional;

/**
 * A component of a generated record.
 *
 * @param name its Java name
 * @param shape what it holds when it holds something
 * @param type its Java type
 * @param value the Java type of what it holds when it holds something
 */
record Component(
        String name, Property property, Shape shape, Presence presence, TypeName type, TypeName value, Nullness style) {
    /** Whether there is a value. */
    enum Presence {
        REQUIRED,
        /** A member that is absent or null. */
        OPTIONAL,
        /** A member that is there, but may be null. */
        NULLABLE,
        /** A member that may be absent, or may be null, which means another thing. */
        ABSENT_OR_NULL
    }

    static Component of(Property property, JavaTypes types) {
        boolean nullable = property.shape() instanceof OrNull;
        Shape shape = property.shape() instanceof OrNull orNull ? orNull.shape() : property.shape();
        TypeName value = types.of(shape);
        Presence presence = property.required()
                ? nullable ? Presence.NULLABLE : Presence.REQUIRED
                : nullable ? Presence.ABSENT_OR_NULL : Presence.OPTIONAL;
        TypeName type = switch (presence) {
            case REQUIRED -> value;
            case OPTIONAL, NULLABLE -> types.absent(value);
            case ABSENT_OR_NULL -> types.absent(JavaTypes.optional(value));
        };
        return new Component(JavaNames.of(property), property, shape, presence, type, value, types.nullness());
    }

    boolean isOptional() {
        return presence != Presence.REQUIRED;
    }

    /** Returns whether null may be there in place of a value. */
    boolean isNullInJava() {
        return isOptional() && style == Nullness.JSPECIFY;
    }

    boolean tellsNullFromAbsent() {
        return presence == Presence.ABSENT_OR_NULL;
    }

    /** Returns whether Jackson alone does not tell null from absent, where that matters. */
    boolean isReadFromObject() {
        return tellsNullFromAbsent() || (isOptional() && shape instanceof Shape.Any);
    }

    /** Returns whether JSON null has to be written where there is no value. */
    boolean isWrittenAsNull() {
        return presence == Presence.NULLABLE;
    }

    /** Returns whether Jackson has to tell that the member is absent, since the component does not show it. */
    boolean isRefusedIfAbsent() {
        return isRequiredPrimitive() || isWrittenAsNull();
    }

    boolean isRequiredPrimitive() {
        return type.isPrimitive();
    }

    boolean isBytes() {
        return shape instanceof Shape.Scalar scalar && scalar.kind() == Shape.Kind.BYTES && !tellsNullFromAbsent();
    }

    /** Returns a copy of the component's bytes. */
    CodeBlock copiedBytes() {
        return !isOptional()
                ? CodeBlock.of("$L.clone()", name)
                : isNullInJava()
                        ? CodeBlock.of("$1L == null ? null : $1L.clone()", name)
                        : CodeBlock.of("$L.map(byte[]::clone)", name);
    }

    boolean isDeprecated() {
        return property.place().node().path("deprecated").asBoolean(false);
    }

    boolean isRenamed() {
        return !name.equals(property.name());
    }

    /** Returns the name with a capital first letter, to be part of another name. */
    String capital() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns the component's value where there is one, from an expression of the type {@link #value}. */
    CodeBlock of(String expression) {
        CodeBlock inner = tellsNullFromAbsent()
                ? CodeBlock.of("$T.of($L)", Optional.class, expression)
                : CodeBlock.of("$L", expression);
        return isOptional() && !isNullInJava() ? CodeBlock.of("$T.of($L)", Optional.class, inner) : inner;
    }

    /** Returns the component's value where the member is absent. */
    CodeBlock absent() {
        return isNullInJava() ? CodeBlock.of("null") : CodeBlock.of("$T.empty()", Optional.class);
    }

    /** Returns the component's value where the member is there but null, if that means another thing. */
    CodeBlock jsonNull() {
        return isNullInJava()
                ? CodeBlock.of("$T.empty()", Optional.class)
                : CodeBlock.of("$1T.of($1T.empty())", Optional.class);
    }

    /** Returns what is said of it in Javadoc, with how null differs from absent. */
    String doc() {
        String text = Docs.ofMember(property.place());
        if (!tellsNullFromAbsent()) {
            return text;
        }
        String states = isNullInJava()
                ? "null if absent, empty if null in JSON"
                : "empty if absent, holds an empty one if null in JSON";
        return text.isEmpty() ? states : text + "; " + states;
    }
}
