package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/**
 * A place in an expression where {@code $eval} is called, with the variables that can be seen there.
 *
 * @param scope the names as the compiler knows them
 * @param frame their values
 */
public record EvalPlace(Object scope, Frame frame) {
    /** Runs code that was compiled for this place; {@code variables} is how many of its own it has. */
    public JsonNode run(Code code, int variables, JsonNode input) {
        return code.eval(input, frame.inner(variables));
    }
}
