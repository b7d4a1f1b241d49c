package dev.stepwright.dsl.expr;

import dev.stepwright.json.JavaValues;
import org.jspecify.annotations.Nullable;

/** Java values as constants of an expression. */
final class Literals {
    private Literals() {}

    static Tree.Literal of(@Nullable Object value) {
        return new Tree.Literal(JavaValues.toJson(value), value == null ? Object.class : value.getClass());
    }
}
