package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code [a, b]}: sequences among the items are taken apart, arrays written as such are not. */
public final class ArrayOf extends Code {
    private final Code[] items;
    private final boolean[] nested;
    private final boolean oneItem;

    /**
     * @param nested which items are array constructors themselves
     * @param oneItem whether the array is one item of the path that it stands in
     */
    public ArrayOf(Code[] items, boolean[] nested, boolean oneItem) {
        this.items = items.clone();
        this.nested = nested.clone();
        this.oneItem = oneItem;
    }

    @Override
    public JsonNode eval(JsonNode input, Frame frame) {
        Evaluation evaluation = frame.evaluation;
        evaluation.enter();
        evaluation.chargeArray();
        Sequence result = only(input, frame);
        if (result == null) {
            result = Sequence.array(new ArrayList<>());
            for (int i = 0; i < items.length; i++) {
                add(result, items[i].eval(input, frame), nested[i], evaluation);
            }
        }
        evaluation.leave();
        return oneItem ? result.constructed() : result;
    }

    /** A single range stays a range: its numbers are made when they are read. */
    private @Nullable Sequence only(JsonNode input, Frame frame) {
        if (items.length != 1 || !(items[0] instanceof RangeOf range)) {
            return null;
        }
        JsonNode value = range.eval(input, frame);
        return value instanceof Sequence sequence ? Sequence.array(sequence.items()) : null;
    }

    private static void add(Sequence result, JsonNode value, boolean whole, Evaluation evaluation) {
        if (value.isMissingNode()) {
            return;
        }
        if (whole || !value.isArray()) {
            evaluation.append(result, value);
        } else {
            evaluation.appendAll(result, value);
        }
    }
}
