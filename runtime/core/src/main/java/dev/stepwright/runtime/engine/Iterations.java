package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.ScopePlan;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The iterations of a Map: one for each item or batch. The inputs of the first are made when the Map begins, as many as take little room, so that
 * a selector that fails does so before anything has begun; those of the others when their iteration begins. Either way the Map fails.
 */
final class Iterations implements Children {
    /** So many bytes of inputs are made before their iteration begins. */
    private static final long ROOM = 1 << 20;

    private final MapStep step;
    private final Frame owner;
    private final MapItem[] items;
    /** Where the items of each iteration begin, and at the end, where the last one's end; null where each has one. */
    private final int @Nullable [] batches;

    /** Inputs that a selector has made. */
    private final @Nullable JsonNode[] kept;

    private long room = ROOM;

    /**
     * Returns iterations whose inputs have not been tried.
     *
     * @param items in their order; those of iterations that have begun may be missing
     * @param batches where the items of each iteration begin, and the end; null where each has one
     */
    Iterations(MapStep step, Frame owner, MapItem[] items, int @Nullable [] batches) {
        this.step = step;
        this.owner = owner;
        this.items = items;
        this.batches = batches;
        this.kept = new JsonNode[batches == null && step.terms().itemSelector() != null ? items.length : 0];
    }

    /**
     * Returns the iterations of a Map that begins.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if an expression fails for one of the first items
     * @throws InputTooLarge if one of the first inputs is larger than allowed
     */
    static Iterations begin(Activation activation, MapStep step, Frame owner, MapItem[] items) {
        MapTerms terms = step.terms();
        if (terms.batching() == null && terms.itemSelector() == null) {
            return new Iterations(step, owner, items, null);
        }
        Bindings bindings = MapWork.bindings(activation, step, owner);
        Iterations single = new Iterations(step, owner, items, null);
        if (terms.batching() != null) {
            int[] batches = Batches.of(
                    terms.batching(), bindings, items, item -> activation.allowed(owner, single.input(item, bindings)));
            return new Iterations(step, owner, items, batches);
        }
        for (int i = 0; i < items.length && single.room >= 0; i++) {
            single.keep(i, activation.allowed(owner, single.input(items[i], bindings)));
        }
        return single;
    }

    /** Keeps the input of an iteration that has not begun, if there is room. */
    void keep(int index, JsonNode input) {
        room -= PayloadSize.known(PayloadSize.UNKNOWN, input, (int) ROOM);
        if (room >= 0) {
            kept[index] = input;
        }
    }

    @Override
    public int size() {
        return batches == null ? items.length : batches.length - 1;
    }

    @Override
    public ScopePlan scope(int index) {
        return step.processor();
    }

    @Override
    public int items(int index) {
        return batches == null ? 1 : batches[index + 1] - batches[index];
    }

    /** Returns the items of an iteration. */
    List<MapItem> itemsOf(int index) {
        int first = batches == null ? index : batches[index];
        return Arrays.asList(items).subList(first, first + items(index));
    }

    @Override
    public @Nullable MapItem item(int index) {
        return batches == null ? items[index] : null;
    }

    /** Returns the input of an iteration that has not begun, if it is kept. */
    @Nullable
    JsonNode keptInput(int index) {
        return kept.length == 0 ? null : kept[index];
    }

    @Override
    public @Nullable JsonNode takeInput(int index) {
        if (batches == null && step.terms().itemSelector() == null) {
            return items[index].input();
        }
        JsonNode input = keptInput(index);
        if (input != null) {
            kept[index] = null;
        }
        return input;
    }

    @Override
    public JsonNode makeInput(int index, Activation activation) {
        Bindings bindings = MapWork.bindings(activation, step, owner);
        MapTerms.Batching batching = step.terms().batching();
        if (batching == null) {
            return input(items[index], bindings);
        }
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        itemsOf(index).forEach(item -> batch.add(input(item, bindings)));
        return Batches.input(batching, bindings, batch);
    }

    private JsonNode input(MapItem item, Bindings bindings) {
        if (step.terms().itemSelector() == null) {
            return item.input();
        }
        owner.selected = item;
        try {
            return step.terms().itemSelector().evaluate(bindings);
        } finally {
            owner.selected = null;
        }
    }
}
