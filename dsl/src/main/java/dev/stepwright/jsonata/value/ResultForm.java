package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A value as it leaves an evaluation: plain Jackson nodes. What comes from the input is passed on as it is. Numbers that JSON does not
 * have become the strings {@code "Infinity"}, {@code "-Infinity"} and {@code "NaN"}; functions within objects are left out and within
 * arrays become null.
 */
public final class ResultForm {
    private static final int ELEMENT = 8;

    private final Evaluation evaluation;
    private final long limit;
    private final Map<JsonNode, Finished> finished = new IdentityHashMap<>();

    private record Finished(JsonNode node, long weight) {}

    private ResultForm(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.limit = evaluation.bounds().memory();
    }

    /**
     * Returns the plain form of a result.
     *
     * @throws JsonataException U1002 if it would take more memory, once written out, than the evaluation may
     */
    public static JsonNode of(JsonNode result, Evaluation evaluation) {
        JsonNode scalar = scalar(result);
        return isMade(scalar) ? new ResultForm(evaluation).finish(scalar).node() : scalar;
    }

    private static boolean isMade(JsonNode value) {
        return value instanceof Sequence || value instanceof BuiltObject;
    }

    private static JsonNode scalar(JsonNode value) {
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            return StringNode.valueOf(Double.toString(value.doubleValue()));
        }
        return value;
    }

    private Finished finish(JsonNode value) {
        if (!isMade(value)) {
            return new Finished(
                    scalar(value), value.isString() ? value.stringValue().length() : ELEMENT);
        }
        Finished known = finished.get(value);
        if (known == null) {
            evaluation.enter();
            known = value instanceof BuiltObject object ? object(object) : array((Sequence) value);
            evaluation.leave();
            finished.put(value, known);
        }
        return known;
    }

    private Finished array(Sequence sequence) {
        List<JsonNode> items = new ArrayList<>(sequence.size());
        long weight = ELEMENT;
        evaluation.charge((long) ELEMENT * sequence.size());
        evaluation.steps(sequence.size());
        for (int i = 0; i < sequence.size(); i++) {
            Finished item = finish(sequence.get(i));
            boolean json = !item.node().isPojo() && !item.node().isMissingNode();
            items.add(json ? item.node() : NullNode.getInstance());
            weight = weigh(weight, item.weight());
        }
        return new Finished(new ArrayNode(JsonNodeFactory.instance, items), weight);
    }

    private Finished object(BuiltObject object) {
        ObjectNode plain = new ObjectNode(JsonNodeFactory.instance);
        long weight = ELEMENT;
        evaluation.steps(object.size());
        for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
            Finished value = finish(member.getValue());
            if (!value.node().isPojo()) {
                plain.set(member.getKey(), value.node());
                weight = weigh(weight, value.weight() + member.getKey().length());
            }
        }
        return new Finished(plain, weight);
    }

    private long weigh(long weight, long more) {
        if (weight + more + ELEMENT > limit) {
            throw JsonataException.of("U1002");
        }
        return weight + more + ELEMENT;
    }
}
