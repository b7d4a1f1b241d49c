package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** {@code (a; b; c)}: the value of the last, with variables of its own. */
public final class Block extends Code {
    private final Code[] expressions;
    private final Places places;

    public Block(Code[] expressions, Places places) {
        this.expressions = expressions.clone();
        this.places = places;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        int count = places.count();
        Frame own = count == 0 ? frame : frame.inner(count);
        frame.evaluation.enter();
        JsonNode result = Undefined.VALUE;
        for (Code expression : expressions) {
            result = expression.eval(input, own);
        }
        frame.evaluation.leave();
        return result;
    }
}
