package dev.stepwright.codegen.generate.type;

import com.palantir.javapoet.CodeBlock;
import dev.stepwright.codegen.shape.Shape;
import dev.stepwright.codegen.shape.Shape.Elements;
import dev.stepwright.codegen.shape.Shape.Entries;
import dev.stepwright.codegen.shape.Shape.Kind;
import dev.stepwright.codegen.shape.Shape.Scalar;
import dev.stepwright.json.Unmodifiable;

/** Expressions for copies that nobody can modify and that hold no null. */
record Copies(Locals locals) {

    /** Returns whether a value of a shape could be modified by others. */
    static boolean isNeeded(Shape shape) {
        return refusesNulls(shape) || (shape instanceof Scalar scalar && scalar.kind() == Kind.BYTES);
    }

    /** Returns whether what copies a value of a shape refuses a null in it. */
    static boolean refusesNulls(Shape shape) {
        return shape instanceof Elements || shape instanceof Entries;
    }

    /**
     * Returns an expression for a copy of a value; the value itself if it cannot be modified.
     *
     * @param label what messages call the value
     */
    CodeBlock of(Shape shape, String value, String label) {
        if (shape instanceof Elements elements) {
            return collection("list", elements.element(), value, label);
        }
        if (shape instanceof Entries entries) {
            return collection("map", entries.value(), value, label);
        }
        return isNeeded(shape) ? CodeBlock.of("$L.clone()", value) : CodeBlock.of("$L", value);
    }

    private CodeBlock collection(String method, Shape element, String value, String label) {
        return isNeeded(element)
                ? CodeBlock.of(
                        "$T.$L($L, $S, $L)", Unmodifiable.class, method, value, label, function(element, label + "[]"))
                : CodeBlock.of("$T.$L($L, $S)", Unmodifiable.class, method, value, label);
    }

    /** Returns the function that copies a value of a shape. */
    CodeBlock function(Shape shape, String label) {
        String variable = locals.of(shape);
        return CodeBlock.of("$L -> $L", variable, new Copies(locals.and(variable)).of(shape, variable, label));
    }
}
