package dev.stepwright.validation.machine;

import dev.stepwright.asl.QueryLanguage;
import org.jspecify.annotations.Nullable;

/**
 * A field that a kind of object has.
 *
 * @param language the only query language in which it exists, null for both
 * @param holds the kind of object that it is, or that its elements are; null for plain data
 */
public record Field(
        String name,
        Shape shape,
        boolean isRequired,
        boolean takesExpression,
        @Nullable QueryLanguage language,
        @Nullable Kind holds) {

    static Field of(String name, Shape shape) {
        return new Field(name, shape, false, false, null, null);
    }

    Field required() {
        return new Field(name, shape, true, takesExpression, language, holds);
    }

    /** The same field, which in a JSONata state may also be a <code>{% %}</code> string. */
    Field orExpression() {
        return new Field(name, shape, isRequired, true, language, holds);
    }

    Field jsonPath() {
        return new Field(name, shape, isRequired, takesExpression, QueryLanguage.JSONPATH, holds);
    }

    Field jsonata() {
        return new Field(name, shape, isRequired, true, QueryLanguage.JSONATA, holds);
    }

    Field holding(Kind kind) {
        return new Field(name, shape, isRequired, takesExpression, language, kind);
    }
}
