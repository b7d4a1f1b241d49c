package dev.stepwright.types.lattice;

import tools.jackson.core.JsonPointer;

/**
 * Where data comes from that the definition does not make itself.
 *
 * @param source what kind of outside
 * @param state the state that brings it in; the root for the machine's input
 * @param label how messages call it
 */
public record Origin(Source source, JsonPointer state, String label) {
    /** The kinds of outside. */
    public enum Source {
        /** What an execution is started with. */
        INPUT,
        /** What a task gives back. */
        RESULT,
        /** An item that a Map state reads from a bucket. */
        ITEM,
        /** A member of a service's result that its documentation does not name: there may be some, nobody relies on it. */
        UNLISTED,
        /** Anywhere: nothing is known. */
        ANYWHERE
    }
}
