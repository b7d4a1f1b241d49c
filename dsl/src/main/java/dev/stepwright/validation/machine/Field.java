package dev.stepwright.validation.machine;

import dev.stepwright.asl.QueryLanguage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that a kind of object has.
 *
 * @param language the only query language in which it exists, null for both
 * @param holds the kind of object that it is, or that its elements are; null for plain data
 * @param words the only texts that it may be; empty where any may
 */
public record Field(
        String name,
        Shape shape,
        boolean isRequired,
        boolean takesExpression,
        @Nullable QueryLanguage language,
        @Nullable Kind holds,
        List<String> words) {
    public Field {
        words = List.copyOf(words);
    }

    static Field of(String name, Shape shape) {
        return new Field(name, shape, false, false, null, null, List.of());
    }

    Field required() {
        return new Field(name, shape, true, takesExpression, language, holds, words);
    }

    /** The same field, which in a JSONata state may also be a <code>{% %}</code> string. */
    Field orExpression() {
        return new Field(name, shape, isRequired, true, language, holds, words);
    }

    Field jsonPath() {
        return new Field(name, shape, isRequired, takesExpression, QueryLanguage.JSONPATH, holds, words);
    }

    Field jsonata() {
        return new Field(name, shape, isRequired, true, QueryLanguage.JSONATA, holds, words);
    }

    Field holding(Kind kind) {
        return new Field(name, shape, isRequired, takesExpression, language, kind, words);
    }

    Field oneOf(String... words) {
        return new Field(name, shape, isRequired, takesExpression, language, holds, List.of(words));
    }
}
