package dev.stepwright.server.trial;

import dev.stepwright.runtime.engine.Batches;
import dev.stepwright.runtime.engine.MapItem;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.items.ObjectNames;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.ReaderPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The items of a Map, and what its iterations would start with. */
final class TriedItems {
    private final MapTerms terms;
    private final Bindings bindings;
    private final Inspection seen;
    private MapItem[] items = {};

    /** @param bindings with the effective input */
    TriedItems(MapTerms terms, Bindings bindings, Inspection seen) {
        this.terms = terms;
        this.bindings = bindings;
        this.seen = seen;
    }

    int size() {
        return items.length;
    }

    /**
     * Takes the items from the input.
     *
     * @param byPath whether the state is one of JSONPath, whose inspection tells them
     * @throws EvaluationFailure if there are none
     */
    void find(boolean byPath) {
        JsonNode found = terms.items().evaluate(bindings);
        if (byPath) {
            seen.put("afterItemsPath", found);
        }
        items = MapItem.of(found, MapItem.STATE_DATA);
    }

    /**
     * Takes the items from what a reader would have read.
     *
     * @param data its text; null if there is none, and no items then
     * @throws EvaluationFailure {@code States.ItemReaderFailed} if it is no text of the reader's format
     */
    void read(ReaderPlan reader, @Nullable String data) {
        double most = reader.maxItems() == null ? 0 : reader.maxItems().value(bindings);
        if (most < 0) {
            throw new EvaluationFailure(ItemFormat.READER_FAILED, "field MaxItems must be positive", null);
        }
        JsonNode parameters = reader.parameters().evaluate(bindings);
        if (data == null) {
            return;
        }
        ItemFormat format = reader.format();
        JsonNode read = format.items(JsonNodeFactory.instance.stringNode(data));
        if (format.pointer() != null) {
            seen.put("afterItemsPointer", read);
        }
        MapItem[] all = MapItem.of(read, ObjectNames.source(parameters));
        items = most > 0 && most < all.length ? Arrays.copyOf(all, (int) most) : all;
    }

    /** Notes what the iterations would start with, where that is more than their item. */
    void noteInputs() {
        Expression selector = terms.itemSelector();
        if (selector == null && terms.batching() == null) {
            return;
        }
        List<JsonNode> inputs = new ArrayList<>();
        for (MapItem item : items) {
            inputs.add(selector == null ? item.input() : selector.evaluate(withItem(item)));
        }
        if (selector != null) {
            seen.put("afterItemSelector", JsonNodeFactory.instance.arrayNode().addAll(inputs));
        }
        if (terms.batching() != null) {
            List<JsonNode> batches = Batches.of(terms.batching(), bindings, inputs);
            seen.put("afterItemBatcher", JsonNodeFactory.instance.arrayNode().addAll(batches));
        }
    }

    private Bindings withItem(MapItem item) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        bindings.context().get().properties().forEach(member -> context.set(member.getKey(), member.getValue()));
        context.putObject("Map").set("Item", item.shown());
        return new Bindings(
                bindings.input(),
                () -> context,
                bindings.variables(),
                bindings.result(),
                bindings.errorOutput(),
                bindings.chance(),
                bindings.now());
    }
}
