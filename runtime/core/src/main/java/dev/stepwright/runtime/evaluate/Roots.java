package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a path starts from, found in the bindings. */
@FunctionalInterface
interface Roots {
    @Nullable
    JsonNode in(Bindings bindings);

    static Roots of(JsonPath path) {
        return switch (path.root()) {
            case INPUT -> Bindings::input;
            case CONTEXT -> bindings -> bindings.context().get();
            case VARIABLE -> {
                String name = path.variable();
                yield bindings -> bindings.variables().apply(name);
            }
            case ELEMENT -> throw new IllegalArgumentException("'@' stands only in a filter: " + path);
        };
    }
}
