package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Numbers;
import tools.jackson.databind.JsonNode;

/** {@code -a}. */
public final class Negation extends Code {
    private final Code operand;
    private final int position;

    public Negation(Code operand, int position) {
        this.operand = operand;
        this.position = position;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode value = operand.eval(input, frame);
        frame.evaluation.leave();
        if (value.isMissingNode()) {
            return value;
        }
        if (!Numbers.isNumeric(value)) {
            throw JsonataException.of("D1002", value).at(position, "-");
        }
        return Numbers.negate(value);
    }
}
