package dev.stepwright.jsonata.value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** What a function gives back in place of its value when its last act is another call. */
public final class TailCall extends POJONode {
    /** Says that the evaluation holds the function and its arguments. */
    public static final JsonNode PENDING = new TailCall();

    private static final long serialVersionUID = 1L;

    private TailCall() {
        super("tail call");
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
