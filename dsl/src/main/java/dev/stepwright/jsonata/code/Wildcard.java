package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** {@code *}: all values of an object or array, arrays among them taken apart. */
public final class Wildcard extends Code {
    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        return Sequence.collapse(raw(input, frame));
    }

    @Override
    JsonNode raw(JsonNode input, Frame frame) {
        JsonNode from = input instanceof Sequence sequence && sequence.wrapsInput() ? sequence.first() : input;
        Sequence found = Sequence.empty();
        boolean flattened = false;
        if (from.isObject()) {
            for (Map.Entry<String, JsonNode> member : from.properties()) {
                flattened |= add(member.getValue(), found, frame.evaluation);
            }
        } else if (from.isArray()) {
            for (int i = 0; i < from.size(); i++) {
                flattened |= add(from.get(i), found, frame.evaluation);
            }
        }
        return flattened ? Sequence.array(found.items()) : found;
    }

    private static boolean add(JsonNode value, Sequence found, Evaluation evaluation) {
        evaluation.step();
        if (!value.isArray()) {
            evaluation.append(found, value);
            return false;
        }
        flatten(value, found, evaluation);
        return true;
    }

    private static void flatten(JsonNode array, Sequence found, Evaluation evaluation) {
        evaluation.enter();
        for (int i = 0; i < array.size(); i++) {
            evaluation.step();
            JsonNode item = array.get(i);
            if (item.isArray()) {
                flatten(item, found, evaluation);
            } else {
                evaluation.append(found, item);
            }
        }
        evaluation.leave();
    }
}
