package dev.stepwright.jsonata.compile;

import dev.stepwright.jsonata.code.Code;
import dev.stepwright.jsonata.code.Folded;
import dev.stepwright.jsonata.code.Frame;
import dev.stepwright.jsonata.error.JsonataException;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Surroundings;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** Evaluates once what would give the same every time. */
final class Folding {
    private Folding() {}

    /** Returns a literal if all operands are constant and the value is a scalar, else the code as it is. */
    static Code fold(Code code, Code... operands) {
        int levels = 0;
        for (Code operand : operands) {
            levels = Math.max(levels, Folded.levels(operand));
            if (operand.constant() == null) {
                return code;
            }
        }
        try {
            Evaluation evaluation = new Evaluation(Undefined.VALUE, Surroundings.DEFAULT, 0);
            JsonNode value = code.eval(Undefined.VALUE, Frame.outermost(evaluation, 0));
            boolean scalar = value.isString() || value.isBoolean() || value.isNumber();
            return scalar ? new Folded(value, levels + 1) : code;
        } catch (JsonataException wrong) {
            // It fails when it is evaluated, if it ever is.
            return code;
        }
    }
}
