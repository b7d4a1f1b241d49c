package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code **}: a value and everything within it, arrays only by their elements. */
public final class Descendants extends Code {
    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        Sequence found = Sequence.empty();
        if (!input.isMissingNode()) {
            collect(input, found, frame.evaluation);
        }
        return found.collapsed();
    }

    private static void collect(JsonNode value, Sequence found, Evaluation evaluation) {
        evaluation.step();
        evaluation.enter();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), found, evaluation);
            }
        } else {
            evaluation.append(found, value);
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                collect(member.getValue(), found, evaluation);
            }
        }
        evaluation.leave();
    }
}
