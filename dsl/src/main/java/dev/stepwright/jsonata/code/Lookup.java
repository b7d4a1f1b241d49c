package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import tools.jackson.databind.JsonNode;

/** The field of an object, or the fields of all objects in an array however deep, as one sequence. */
public final class Lookup {
    private Lookup() {}

    /** Returns the value, a sequence if the input is an array; not collapsed. */
    public static JsonNode field(JsonNode input, String name, Evaluation evaluation) {
        if (input.isObject()) {
            return input.path(name);
        }
        if (!input.isArray()) {
            return Undefined.VALUE;
        }
        Sequence found = Sequence.empty();
        collect(input, name, found, evaluation);
        return found;
    }

    private static void collect(JsonNode array, String name, Sequence found, Evaluation evaluation) {
        evaluation.enter();
        int size = array.size();
        for (int i = 0; i < size; i++) {
            evaluation.step();
            JsonNode item = array.get(i);
            if (item.isObject()) {
                JsonNode value = item.path(name);
                if (value.isArray()) {
                    evaluation.appendAll(found, value);
                } else if (!value.isMissingNode()) {
                    evaluation.append(found, value);
                }
            } else if (item.isArray()) {
                collect(item, name, found, evaluation);
            }
        }
        evaluation.leave();
    }
}
