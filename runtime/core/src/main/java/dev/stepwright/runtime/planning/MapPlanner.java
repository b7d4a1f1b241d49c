package dev.stepwright.runtime.planning;

import dev.stepwright.asl.MapState;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.evaluate.JsonataExpressions;
import dev.stepwright.runtime.evaluate.JsonataFailures;
import dev.stepwright.runtime.plan.MapTerms;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles what a Map iterates over. */
final class MapPlanner {
    private MapPlanner() {}

    static MapTerms terms(MapState state, Fields fields, boolean iteratesObjects) {
        return new MapTerms(
                items(state, fields),
                fields.template(
                        fields.value("ItemSelector") == null && !fields.isJsonata() ? "Parameters" : "ItemSelector"),
                Numbers.of(fields, "MaxConcurrency", Numbers.Range.countOf("MaxConcurrency")),
                Numbers.of(fields, "ToleratedFailureCount", Numbers.Range.countOf("ToleratedFailureCount")),
                Numbers.of(fields, "ToleratedFailurePercentage", Numbers.Range.TOLERATED_PERCENTAGE),
                state.isDistributed() ? ReaderPlanner.plan(fields, iteratesObjects) : null,
                batching(fields),
                state.isDistributed() ? WriterPlanner.plan(fields) : null,
                fields.string("Label"),
                isExpress(state),
                unsupported(state, fields));
    }

    private static boolean isExpress(MapState state) {
        return state.isDistributed()
                && state.itemProcessor()
                        .map(machine -> machine.json().path("ProcessorConfig").path("ExecutionType"))
                        .filter(type -> type.asString("").equals("EXPRESS"))
                        .isPresent();
    }

    /** AWS: the members of an object are items of a distributed Map, but of no inline one. */
    private static Expression items(MapState state, Fields fields) {
        return fields.isJsonata() ? jsonataItems(state, fields) : pathItems(state, fields);
    }

    private static Expression jsonataItems(MapState state, Fields fields) {
        boolean takesObjects = state.isDistributed();
        JsonNode source = fields.value("Items");
        if (source == null) {
            return bindings -> input(bindings.input(), takesObjects);
        }
        Expression items = fields.attempt("Items", () -> JsonataExpressions.template(source, "Items"));
        return items == null ? Bindings::input : bindings -> checked(items.evaluate(bindings), source, takesObjects);
    }

    private static boolean isIterable(JsonNode items, boolean takesObjects) {
        return items.isArray() || items.isObject() && takesObjects;
    }

    private static JsonNode checked(JsonNode items, JsonNode source, boolean takesObjects) {
        if (!isIterable(items, takesObjects)) {
            throw JsonataFailures.unexpected(source, "Items", "array", items);
        }
        return items;
    }

    private static JsonNode input(JsonNode input, boolean takesObjects) {
        if (!isIterable(input, takesObjects)) {
            throw new EvaluationFailure(
                    "States.QueryEvaluationError",
                    "Map state input must be an array but was: " + JsonText.compact(input),
                    null);
        }
        return input;
    }

    /** AWS: the message shows a path of the context object as one of the input. */
    private static Expression pathItems(MapState state, Fields fields) {
        boolean takesObjects = state.isDistributed();
        Expression path = fields.itemsPath();
        String written = state.text("ItemsPath").orElse("$");
        String shown = written.startsWith("$$") ? written.substring(1) : written;
        return bindings -> {
            JsonNode items = path == null ? bindings.input() : path.evaluate(bindings);
            if (!isIterable(items, takesObjects)) {
                throw new EvaluationFailure(
                        "States.Runtime", "Reference path \"" + shown + "\" must point to array.", null);
            }
            return items;
        };
    }

    private static MapTerms.@Nullable Batching batching(Fields fields) {
        JsonNode batcher = fields.value("ItemBatcher");
        if (batcher == null || !batcher.isObject()) {
            return null;
        }
        Fields inner = fields.inside("ItemBatcher");
        return new MapTerms.Batching(
                Numbers.of(inner, "MaxItemsPerBatch", Numbers.Range.BATCH_ITEMS),
                Numbers.of(inner, "MaxInputBytesPerBatch", Numbers.Range.BATCH_BYTES),
                inner.template("BatchInput"));
    }

    /** AWS accepts these fields on an inline Map and fails the execution that comes there. */
    private static @Nullable String unsupported(MapState state, Fields fields) {
        boolean any = Stream.of("ItemReader", "ItemBatcher", "ResultWriter").anyMatch(f -> fields.value(f) != null);
        if (!state.isDistributed()) {
            return any ? "The ItemReader, ItemBatcher and ResultWriter fields are not supported for INLINE maps" : null;
        }
        return null;
    }
}
