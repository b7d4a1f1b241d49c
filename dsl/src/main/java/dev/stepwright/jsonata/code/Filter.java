package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import dev.stepwright.jsonata.value.Sequence;
import dev.stepwright.jsonata.value.Truth;
import dev.stepwright.jsonata.value.Undefined;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One predicate: an index, or an expression that says for each item whether it stays. */
public final class Filter {
    private final Code predicate;
    private final @Nullable JsonNode index;
    private final boolean test;

    /** @param index the number if the predicate is one, else null */
    public Filter(Code predicate, @Nullable JsonNode index) {
        this.predicate = predicate;
        this.index = index;
        this.test = predicate.isTest();
    }

    /** Returns the items that stay; not collapsed. */
    JsonNode apply(JsonNode value, Frame frame) {
        if (index != null) {
            return at(value, Numbers.floor(index));
        }
        Evaluation evaluation = frame.evaluation;
        Sequence kept = Sequence.empty();
        evaluation.enter();
        if (value.isArray()) {
            int size = value.size();
            for (int i = 0; i < size; i++) {
                evaluation.step();
                JsonNode item = value.get(i);
                if (!test) {
                    keep(kept, item, predicate.eval(item, frame), i, size, evaluation);
                } else if (predicate.test(item, frame) && !item.isMissingNode()) {
                    evaluation.append(kept, item);
                }
            }
        } else {
            keep(kept, value, predicate.eval(value, frame), 0, 1, evaluation);
        }
        evaluation.leave();
        return kept;
    }

    private static JsonNode at(JsonNode value, long index) {
        int size = value.isArray() ? value.size() : 1;
        long place = index < 0 ? size + index : index;
        if (place < 0 || place >= size) {
            return Undefined.VALUE;
        }
        return value.isArray() ? value.get((int) place) : value;
    }

    private static void keep(Sequence kept, JsonNode item, JsonNode answer, int at, int size, Evaluation evaluation) {
        for (int n = times(answer, at, size, evaluation); n > 0; n--) {
            if (!item.isMissingNode()) {
                evaluation.append(kept, item);
            }
        }
    }

    /** How often the item at a place is taken: as often as its index is named, or once if the answer is true. */
    private static int times(JsonNode answer, int at, int size, Evaluation evaluation) {
        if (answer.isBoolean()) {
            return answer.booleanValue() ? 1 : 0;
        }
        if (answer.isNumber() && Numbers.isNumeric(answer)) {
            return isAt(answer, at, size) ? 1 : 0;
        }
        if (!areNumbers(answer)) {
            return Truth.of(answer, evaluation) ? 1 : 0;
        }
        int times = 0;
        evaluation.steps(answer.size());
        for (int i = 0; i < answer.size(); i++) {
            times += isAt(answer.get(i), at, size) ? 1 : 0;
        }
        return times;
    }

    private static boolean isAt(JsonNode number, int at, int size) {
        long index = Numbers.floor(number);
        return (index < 0 ? size + index : index) == at;
    }

    private static boolean areNumbers(JsonNode value) {
        if (!value.isArray()) {
            return false;
        }
        for (int i = 0; i < value.size(); i++) {
            if (!Numbers.isNumeric(value.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the tuples that stay. */
    List<Tuple> applyToTuples(List<Tuple> tuples, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        int size = tuples.size();
        List<Tuple> kept = new ArrayList<>();
        if (index != null) {
            long place = Numbers.floor(index);
            place = place < 0 ? size + place : place;
            if (place >= 0 && place < size) {
                kept.add(tuples.get((int) place));
            }
            return kept;
        }
        evaluation.enter();
        for (int i = 0; i < size; i++) {
            evaluation.step();
            Tuple tuple = tuples.get(i);
            JsonNode answer = predicate.eval(tuple.value(), tuple.frame(frame));
            for (int n = times(answer, i, size, evaluation); n > 0; n--) {
                evaluation.charge(16);
                kept.add(tuple);
            }
        }
        evaluation.leave();
        return kept;
    }
}
