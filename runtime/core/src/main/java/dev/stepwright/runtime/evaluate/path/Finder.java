package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.JsonPath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path without its root, compiled. Immutable; used by any thread. */
public interface Finder {
    /** Compiles the steps of a path. */
    static Finder compile(JsonPath path) {
        return path.isReference() ? new FieldWalk(path) : new PathQuery(path);
    }

    /**
     * Returns the value that the path leads to, or null if there is none. A path to several places gives an array of all it
     * finds, empty if a place on the way is missing.
     *
     * @throws SearchFailure if the search takes too long or too deep
     */
    @Nullable
    JsonNode find(JsonNode document);

    /** Returns whether the path leads to a place behind the end of an array; templates take that as null. */
    boolean isBehindEnd(JsonNode document);
}
