package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Truth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A compiled expression. Immutable; run by any thread. */
public abstract class Code {
    /** Returns the value over a context value, undefined as {@code MissingNode}; a sequence of one or none does not come out. */
    public abstract JsonNode eval(JsonNode input, Frame frame);

    /** Returns the value with a sequence of one or none not collapsed, where this makes one. */
    JsonNode raw(JsonNode input, Frame frame) {
        return eval(input, frame);
    }

    /** Returns whether the value counts as true. */
    boolean test(JsonNode input, Frame frame) {
        return Truth.of(eval(input, frame), frame.evaluation);
    }

    /** Returns whether only {@link #test} matters when this is a predicate: it is never a number, which would be an index. */
    boolean isTest() {
        return false;
    }

    /** Returns the value if it is the same for every input, else null. */
    public @Nullable JsonNode constant() {
        return null;
    }
}
