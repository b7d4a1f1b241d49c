package dev.stepwright.conversion;

import tools.jackson.core.JsonPointer;

/**
 * What one should know of a state that was converted, or was not.
 *
 * @param pointer where it stands in the definition that was converted
 * @param state the state's name
 */
public record ConversionNote(Kind kind, JsonPointer pointer, String state, String message) {
    /** How much it matters. */
    public enum Kind {
        /** The state stays in JSONPath. */
        KEPT,
        /** With unusual data JSONata does something else. */
        CHECK
    }

    /** Returns for example {@code state "Pay": the path ...}. */
    @Override
    public String toString() {
        return "state \"" + state + "\": " + message;
    }
}
