package dev.stepwright.runtime.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Collects what is wrong with a definition, so that one attempt tells all of it. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(JsonPointer pointer, String message) {
        found.add(new Problem(pointer, message));
    }

    /** Returns what a compiler gives; null, with a problem noted, if it refuses. */
    <T> @Nullable T attempt(JsonPointer pointer, Supplier<T> compiler) {
        try {
            return compiler.get();
        } catch (IllegalArgumentException e) {
            add(pointer, e.getMessage() == null ? e.toString() : e.getMessage());
            return null;
        }
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
