package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.MapTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the iterations of a Map start with: the items, what the selector makes of them, batches of them. */
record ItemInputs(Activation activation, MapStep step, Frame frame, Bindings bindings) {
    /**
     * Returns the children of a Map over an array, or over the members of an object.
     *
     * @throws dev.stepwright.runtime.evaluate.EvaluationFailure if the selector fails for an item
     */
    List<Group.Child> children(JsonNode items) {
        if (!items.isObject()) {
            return children(items.valueStream().toList());
        }
        List<MapItem> all = new ArrayList<>(items.size());
        for (Map.Entry<String, JsonNode> member : items.properties()) {
            all.add(new MapItem(all.size(), member.getValue(), member.getKey()));
        }
        return inputs(all);
    }

    /** Returns the children of a Map over these items. */
    List<Group.Child> children(List<JsonNode> items) {
        List<MapItem> all = new ArrayList<>(items.size());
        for (JsonNode value : items) {
            all.add(new MapItem(all.size(), value, null));
        }
        return inputs(all);
    }

    private List<Group.Child> inputs(List<MapItem> items) {
        MapTerms.Batching batching = step.terms().batching();
        return batching == null ? single(items) : batched(items, batching);
    }

    private List<Group.Child> single(List<MapItem> items) {
        List<Group.Child> children = new ArrayList<>(items.size());
        for (MapItem item : items) {
            children.add(new Group.Child(step.processor(), input(item), item, 1));
        }
        return children;
    }

    private JsonNode input(MapItem item) {
        if (step.terms().itemSelector() == null) {
            return item.key() == null ? item.value() : keyAndValue(item);
        }
        MapItem outer = frame.item;
        frame.item = item; // the selector sees the item in the context object
        try {
            return activation.allowed(frame, step.terms().itemSelector().evaluate(bindings));
        } finally {
            frame.item = outer;
        }
    }

    private static JsonNode keyAndValue(MapItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("Key", item.key());
        node.set("Value", item.value());
        return node;
    }

    private List<Group.Child> batched(List<MapItem> items, MapTerms.Batching batching) {
        double mostItems =
                most(batching.maxItems() == null ? 0 : batching.maxItems().value(bindings));
        double mostBytes =
                most(batching.maxBytes() == null ? 0 : batching.maxBytes().value(bindings));
        JsonNode common =
                batching.batchInput() == null ? null : batching.batchInput().evaluate(bindings);
        List<Group.Child> children = new ArrayList<>();
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        for (MapItem item : items) {
            JsonNode input = input(item);
            batch.add(input);
            boolean tooMany = batch.size() > mostItems;
            if (batch.size() > 1 && (tooMany || PayloadSize.exceeds(child(batch, common), (int) mostBytes))) {
                batch.remove(batch.size() - 1);
                children.add(new Group.Child(step.processor(), child(batch, common), null, batch.size()));
                batch = JsonNodeFactory.instance.arrayNode().add(input);
            }
        }
        if (!batch.isEmpty()) {
            children.add(new Group.Child(step.processor(), child(batch, common), null, batch.size()));
        }
        return children;
    }

    private static double most(double limit) {
        return limit <= 0 ? Integer.MAX_VALUE : limit;
    }

    private static JsonNode child(ArrayNode batch, @Nullable JsonNode common) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (common != null) {
            node.set("BatchInput", common);
        }
        node.set("Items", batch);
        return node;
    }
}
