package dev.stepwright.server.trial;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.server.api.TestState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a Map does before and after its iterations, which are mocked. */
final class MapTrial {
    private final TestState request;
    private final TriedState tried;
    private final Inspection seen;

    MapTrial(TestState request, TriedState tried, Inspection seen) {
        this.request = request;
        this.tried = tried;
        this.seen = seen;
    }

    /**
     * Finds the items and what each iteration gets, and sees whether too many iterations have failed.
     *
     * @param stages those of a JSONPath state; null for a JSONata state
     * @throws StateFailure if so many have failed that the state does
     */
    void begin(MapStep step, Bindings raw, @Nullable JsonPathStages stages) throws StateFailure {
        JsonNode input = stages == null ? step.flow().input(raw) : stages.inputPath();
        Bindings bindings = raw.withInput(input);
        MapTerms terms = step.terms();
        JsonNode items = items(terms, bindings, stages != null);
        if (terms.itemSelector() != null || terms.batching() != null) {
            inputs(terms, bindings, items);
        }
        seen.number(
                "maxConcurrency",
                terms.maxConcurrency() == null
                        ? 0
                        : (int) terms.maxConcurrency().value(bindings));
        RequestChecks.checkFailures(request, items.size());
        boolean isTooMany = isExceeded(terms, bindings, items.size());
        TestState.Mock mock = request.mock();
        if (isTooMany && (mock == null || mock.errorOutput() == null)) {
            throw new StateFailure(
                    "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");
        }
    }

    private JsonNode items(MapTerms terms, Bindings bindings, boolean isJsonPath) throws StateFailure {
        if (tried.state().json().has("ItemReader")) {
            String data = request.stateConfiguration().mapItemReaderData();
            return data == null
                    ? JsonNodeFactory.instance.arrayNode()
                    : RequestChecks.json(data, "mapItemReaderData must be valid JSON");
        }
        JsonNode items = terms.items().evaluate(bindings);
        if (isJsonPath) {
            checkArray(items);
            seen.put("afterItemsPath", items);
        }
        return items;
    }

    /** AWS: a trial takes no object, and shows the root of the context object as that of the input. */
    private void checkArray(JsonNode items) throws StateFailure {
        if (!items.isArray()) {
            String path = tried.state().text("ItemsPath").orElse("$");
            String shown = path.startsWith("$$") ? path.substring(1) : path;
            throw new StateFailure("States.Runtime", "Reference path \"" + shown + "\" must point to array.");
        }
    }

    private void inputs(MapTerms terms, Bindings bindings, JsonNode items) {
        ArrayNode inputs = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < items.size(); i++) {
            inputs.add(
                    terms.itemSelector() == null
                            ? items.get(i)
                            : terms.itemSelector().evaluate(withItem(bindings, items.get(i), i)));
        }
        if (terms.itemSelector() != null) {
            seen.put("afterItemSelector", inputs);
        }
        if (terms.batching() != null) {
            seen.put("afterItemBatcher", batches(terms.batching(), bindings, inputs));
        }
    }

    private static Bindings withItem(Bindings bindings, JsonNode item, int index) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        bindings.context().get().properties().forEach(member -> context.set(member.getKey(), member.getValue()));
        context.putObject("Map").putObject("Item").put("Index", index).set("Value", item);
        return new Bindings(
                bindings.input(),
                () -> context,
                bindings.variables(),
                bindings.result(),
                bindings.errorOutput(),
                bindings.chance(),
                bindings.now());
    }

    private static JsonNode batches(MapTerms.Batching batching, Bindings bindings, ArrayNode inputs) {
        double most = batching.maxItems() == null ? 0 : batching.maxItems().value(bindings);
        int size = most <= 0 ? Math.max(1, inputs.size()) : (int) most;
        ArrayNode batches = JsonNodeFactory.instance.arrayNode();
        for (int from = 0; from < inputs.size(); from += size) {
            ObjectNode batch = batches.addObject();
            if (batching.batchInput() != null) {
                batch.set("BatchInput", batching.batchInput().evaluate(bindings));
            }
            ArrayNode some = batch.putArray("Items");
            for (int i = from; i < Math.min(from + size, inputs.size()); i++) {
                some.add(inputs.get(i));
            }
        }
        return batches;
    }

    /** AWS: where neither a count nor a percentage is tolerated, failed iterations of a trial do not fail the state. */
    private boolean isExceeded(MapTerms terms, Bindings bindings, int items) {
        Integer given = request.stateConfiguration().mapIterationFailureCount();
        int failed = given == null ? 0 : given;
        boolean isExceeded = false;
        if (terms.toleratedCount() != null) {
            int count = (int) value(terms.toleratedCount(), bindings);
            seen.number("toleratedFailureCount", count);
            isExceeded = failed > count;
        }
        if (terms.toleratedPercentage() != null) {
            double percentage = value(terms.toleratedPercentage(), bindings);
            seen.number("toleratedFailurePercentage", percentage);
            isExceeded |= items > 0 && failed * 100.0 / items > percentage;
        }
        return isExceeded;
    }

    /** @throws EvaluationFailure if the field has no value */
    private static double value(NumberField field, Bindings bindings) {
        return field.value(bindings);
    }
}
