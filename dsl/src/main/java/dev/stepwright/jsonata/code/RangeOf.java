package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** {@code a..b} within an array constructor. */
public final class RangeOf extends Code {
    private final Code from;
    private final Code to;
    private final int position;

    public RangeOf(Code from, Code to, int position) {
        this.from = from;
        this.to = to;
        this.position = position;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        frame.evaluation.enter();
        JsonNode first = from.eval(input, frame);
        JsonNode last = to.eval(input, frame);
        frame.evaluation.leave();
        boolean defined = isInteger(first, "T2003") & isInteger(last, "T2004");
        if (!defined || Numbers.compare(first, last) > 0) {
            return Undefined.VALUE;
        }
        try {
            return frame.evaluation.range(Numbers.floor(first), Numbers.floor(last));
        } catch (JsonataException tooLong) {
            throw tooLong.at(position, "..");
        }
    }

    private boolean isInteger(JsonNode value, String code) {
        if (!value.isMissingNode() && !Numbers.isInteger(value)) {
            throw JsonataException.of(code, value).at(position, "..");
        }
        return !value.isMissingNode();
    }
}
