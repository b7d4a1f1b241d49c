package dev.stepwright.runtime.evaluate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A compiled path. */
interface Source {
    /** Returns the value that the path leads to, or null if there is none. */
    @Nullable
    JsonNode find(Bindings bindings);

    /** Returns why {@link #find} gave nothing, for a message. */
    String miss(Bindings bindings);

    /** Returns whether the path led to a place behind the end of an array; templates take that as null. */
    boolean isBehindEnd(Bindings bindings);

    /** Returns the path as written. */
    String text();
}
