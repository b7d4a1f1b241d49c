package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Undefined;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The items or tuples that have one key. */
final class Group {
    final int pair;
    private JsonNode first = Undefined.VALUE;
    private @Nullable Sequence several;
    private @Nullable Tuple tuple;
    private @Nullable Tuple merged;

    Group(int pair) {
        this.pair = pair;
    }

    void add(JsonNode item, Evaluation evaluation) {
        if (first.isMissingNode()) {
            first = item;
            return;
        }
        if (several == null) {
            several = append(Sequence.array(new ArrayList<>()), first, evaluation);
        }
        append(several, item, evaluation);
    }

    private static Sequence append(Sequence to, JsonNode value, Evaluation evaluation) {
        if (value.isArray()) {
            evaluation.appendAll(to, value);
        } else if (!value.isMissingNode()) {
            evaluation.append(to, value);
        }
        return to;
    }

    JsonNode context() {
        return several == null ? first : several;
    }

    /** Adds a tuple: every variable becomes the array of its values. */
    void add(Tuple next, Evaluation evaluation) {
        if (tuple == null) {
            tuple = next;
            return;
        }
        if (merged == null) {
            merged = tuple.copy();
            for (int i = 0; i < merged.size(); i++) {
                JsonNode value = merged.get(i);
                if (value != null) {
                    merged.set(i, append(Sequence.array(new ArrayList<>()), value, evaluation));
                }
            }
        }
        for (int i = 0; i < next.size(); i++) {
            JsonNode value = next.get(i);
            if (value == null) {
                continue;
            }
            if (merged.get(i) instanceof Sequence values) {
                append(values, value, evaluation);
            } else {
                merged.set(i, append(Sequence.array(new ArrayList<>()), value, evaluation));
            }
        }
    }

    Tuple tuple() {
        Tuple result = merged == null ? tuple : merged;
        if (result == null) {
            throw new IllegalStateException("a group without items");
        }
        return result;
    }
}
