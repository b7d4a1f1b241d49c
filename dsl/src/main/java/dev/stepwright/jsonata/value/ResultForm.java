package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value as it leaves an evaluation. What comes from the input is passed on as it is; what the evaluation made is changed in place,
 * for nobody else has it: sequences become plain arrays over the same list, numbers get one of their three forms, and those that JSON does
 * not have become the strings {@code "Infinity"}, {@code "-Infinity"} and {@code "NaN"}.
 */
public final class ResultForm {
    private static final int ELEMENT = 8;

    private final Evaluation evaluation;
    private final long limit;
    private long weight; // of the object that is being looked at

    private ResultForm(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.limit = evaluation.bounds().memory();
    }

    /**
     * Returns the form of a result outside.
     *
     * @throws JsonataException U1002 if it would take more memory, once written out, than the evaluation may; U1004 if it is or holds a
     *     function
     */
    public static JsonNode of(JsonNode result, Evaluation evaluation) {
        return new ResultForm(evaluation).finish(result);
    }

    private JsonNode finish(JsonNode value) {
        if (value instanceof BuiltObject object) {
            if (object.weight() == 0) {
                object(object);
            }
            return object;
        }
        if (value instanceof Sequence sequence) {
            return array(sequence);
        }
        if (value instanceof FunctionValue) {
            throw JsonataException.of("U1004");
        }
        return value.isNumber() && !Numbers.isWhole(value) ? number(value) : value;
    }

    private static JsonNode number(JsonNode value) {
        JsonNode number = Numbers.canonical(value);
        double fraction = number.doubleValue();
        if (Numbers.isWhole(number) || fraction != Math.rint(fraction)) {
            return Double.isNaN(fraction) ? StringNode.valueOf("NaN") : number;
        }
        return Double.isInfinite(fraction) ? StringNode.valueOf(Double.toString(fraction)) : Numbers.of(fraction);
    }

    /** What a value takes once it is written out; the same value in two places counts twice. */
    private static long weight(JsonNode value) {
        if (value instanceof BuiltObject object) {
            return object.weight();
        }
        if (value instanceof Sequence sequence) {
            return sequence.weight();
        }
        return value.isString() ? value.stringValue().length() : ELEMENT;
    }

    private long weigh(long weight, long more) {
        if (weight + more + ELEMENT > limit) {
            throw JsonataException.of("U1002");
        }
        return weight + more + ELEMENT;
    }

    @SuppressWarnings("ReferenceEquality") // what stays as it is is not set again
    private JsonNode array(Sequence sequence) {
        ArrayNode known = sequence.plain();
        if (known != null) {
            return known;
        }
        evaluation.enter();
        evaluation.steps(sequence.size());
        long weight = ELEMENT;
        boolean isRange = sequence.items() instanceof RangeList;
        evaluation.chargeMade(sequence);
        List<JsonNode> items = isRange ? new ArrayList<>(sequence.items()) : sequence.items();
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            JsonNode plain = finish(item);
            weight = weigh(weight, weight(item));
            if (plain.isMissingNode()) {
                items.set(i, NullNode.getInstance());
            } else if (plain != item) {
                items.set(i, plain);
            }
        }
        evaluation.leave();
        ArrayNode plain = new ArrayNode(JsonNodeFactory.instance, items);
        sequence.finish(plain, weight);
        return plain;
    }

    private void object(BuiltObject object) {
        evaluation.enter();
        long outside = weight;
        weight = ELEMENT;
        object.members().replaceAll((name, value) -> {
            JsonNode plain = finish(value);
            weight = weigh(weight, weight(value) + name.length());
            return plain;
        });
        object.finish(weight);
        weight = outside;
        evaluation.leave();
    }
}
