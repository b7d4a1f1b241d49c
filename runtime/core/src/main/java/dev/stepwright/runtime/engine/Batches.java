package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.NumberField;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Batches of the items of a Map.
 *
 * @see <a href="https://states-language.net/spec.html#map-state-item-batcher">ASL: ItemBatcher</a>
 */
public final class Batches {
    private static final JsonNode[] NONE = {};

    private final @Nullable JsonNode common;
    private final double mostItems;
    private final double mostBytes;

    private Batches(MapTerms.Batching batching, Bindings bindings) {
        this.common = common(batching, bindings);
        this.mostItems = most(batching.maxItems(), bindings);
        this.mostBytes = most(batching.maxBytes(), bindings);
    }

    private static double most(@Nullable NumberField field, Bindings bindings) {
        return field == null ? Integer.MAX_VALUE : field.value(bindings);
    }

    private static @Nullable JsonNode common(MapTerms.Batching batching, Bindings bindings) {
        Expression input = batching.batchInput();
        return input == null ? null : input.evaluate(bindings);
    }

    /**
     * Returns where in the items each batch begins, and at the end where the last one ends.
     *
     * @param inputs makes the input of an item; all are made, since the Map fails if one fails
     */
    static int[] of(
            MapTerms.Batching batching, Bindings bindings, MapItem[] items, Function<MapItem, JsonNode> inputs) {
        return new Batches(batching, bindings).bounds(items, inputs);
    }

    private <T> int[] bounds(T[] items, Function<? super T, JsonNode> inputs) {
        int[] bounds = new int[items.length + 1];
        int batches = 0;
        long around =
                bytes(input(JsonNodeFactory.instance.arrayNode(), common)) - 1; // the last item has no comma behind it
        long size = around;
        for (int i = 0; i < items.length; i++) {
            long more = bytes(inputs.apply(items[i])) + 1;
            int before = i - bounds[batches];
            if (before > 0 && (before + 1 > mostItems || size + more > mostBytes)) {
                bounds[++batches] = i;
                size = around;
            }
            size += more;
        }
        if (items.length > 0) {
            bounds[++batches] = items.length;
        }
        return Arrays.copyOf(bounds, batches + 1);
    }

    /** Returns how large a value is, where that matters. */
    private long bytes(JsonNode value) {
        return mostBytes < Integer.MAX_VALUE ? PayloadSize.bytes(value, (int) mostBytes) : 0;
    }

    /**
     * Returns what the iterations start with.
     *
     * @param inputs of the items, each by itself
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if an expression of the batching fails
     */
    public static List<JsonNode> of(MapTerms.Batching batching, Bindings bindings, List<JsonNode> inputs) {
        Batches batches = new Batches(batching, bindings);
        int[] bounds = batches.bounds(inputs.toArray(NONE), Function.identity());
        return IntStream.range(1, bounds.length)
                .mapToObj(i -> input(
                        JsonNodeFactory.instance.arrayNode().addAll(inputs.subList(bounds[i - 1], bounds[i])),
                        batches.common))
                .toList();
    }

    /** Returns what an iteration over a batch starts with. */
    static JsonNode input(MapTerms.Batching batching, Bindings bindings, ArrayNode batch) {
        return input(batch, common(batching, bindings));
    }

    private static JsonNode input(ArrayNode batch, @Nullable JsonNode common) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (common != null) {
            node.set("BatchInput", common);
        }
        node.set("Items", batch);
        return node;
    }
}
