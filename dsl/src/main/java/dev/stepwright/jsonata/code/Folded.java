package dev.stepwright.jsonata.code;

import tools.jackson.databind.JsonNode;

/** The value of an expression that is always the same, calculated beforehand. It is as deep as if it were not. */
public final class Folded extends Code {
    private final JsonNode value;
    private final int levels;

    /** @param levels how many expressions stand within one another */
    public Folded(JsonNode value, int levels) {
        this.value = value;
        this.levels = levels;
    }

    /** Returns how many expressions stand within one another in code whose value is always the same. */
    public static int levels(Code code) {
        return code instanceof Folded folded ? folded.levels : 0;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.reach(levels);
        return value;
    }

    @Override
    public JsonNode constant() {
        return value;
    }
}
