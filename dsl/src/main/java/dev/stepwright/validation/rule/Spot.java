package dev.stepwright.validation.rule;

import tools.jackson.core.JsonPointer;

/**
 * What a finding points at.
 *
 * @param pointer a value
 * @param part where of it
 * @param offset the character of the string, 0 for the first; of use only for {@link Part#CHARACTER}
 */
public record Spot(JsonPointer pointer, Part part, int offset) {
    /** Where of a value. */
    public enum Part {
        /** Its first character. */
        VALUE,
        /** The name of the member that it is. */
        NAME,
        /** A character of the string that it is. */
        CHARACTER
    }

    public static Spot value(JsonPointer pointer) {
        return new Spot(pointer, Part.VALUE, 0);
    }

    static Spot name(JsonPointer pointer) {
        return new Spot(pointer, Part.NAME, 0);
    }

    public static Spot character(JsonPointer pointer, int offset) {
        return new Spot(pointer, Part.CHARACTER, offset);
    }
}
