package dev.stepwright.types.flow;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.View;
import dev.stepwright.json.Placeholders;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Documented;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Reading;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Map: each item runs through the item processor; the result is an array of the outputs, or says where they were written. */
final class MapFlow {
    private static final Value STRING = Value.scalar(Kind.STRING);

    private MapFlow() {}

    static void of(Visit visit, StateData data, MapState state) {
        Value items = data.items(takesObjects(state));
        Value item = state.json().has("ItemReader") ? visit.outside().item(visit.node(), state) : item(items);
        Value context = ContextObject.withItem(visit.entry().context(), item);
        Value input = data.itemInput(item, context);
        data.times();
        for (ScopeNode processor : visit.node().inner()) {
            visit.start(processor, first(visit, data, state, input, context));
            if (!processor.output().isNever() || isWritten(state) || canBeEmpty(items) || tolerates(state)) {
                data.leave(isWritten(state) ? written() : collected(state, processor.output()));
            }
        }
        data.leaveByCatch();
    }

    /** AWS: the members of an object are items of a distributed Map, but of no inline one. Which of them it is may be a placeholder. */
    private static boolean takesObjects(MapState state) {
        return state.itemProcessor()
                .map(machine ->
                        machine.json().path("ProcessorConfig").path("Mode").asString(""))
                .filter(mode -> mode.equals("DISTRIBUTED") || Placeholders.areIn(mode))
                .isPresent();
    }

    /** Of an object each field is an item. */
    private static Value item(Value items) {
        Reading reading = Reader.elements(items);
        if (Documented.canBeObject(items) || !reading.found() || reading.value().isNever()) {
            return Value.ANY;
        }
        return reading.value();
    }

    private static Entry first(Visit visit, StateData data, MapState state, Value input, Value context) {
        Value given = input;
        if (state.json().path("ItemBatcher").isObject()) {
            Map<String, Value> batch = new LinkedHashMap<>();
            batch.put("Items", Value.arrayOf(input));
            if (state.json().path("ItemBatcher").has("BatchInput")) {
                batch.put("BatchInput", data.batchInput());
            }
            given = Value.object(batch);
        }
        return state.isDistributed()
                ? new Entry(given, Variables.NONE, ContextObject.of(Value.ANY))
                : new Entry(given, visit.entry().variables(), context);
    }

    /** Without items the item processor need not come to an end. */
    private static boolean canBeEmpty(Value items) {
        Items array = items.items();
        List<Value> each = array == null ? null : array.each();
        return array == null || each == null || each.isEmpty() || !items.equals(Value.of(array));
    }

    private static boolean isWritten(View state) {
        JsonNode writer = state.json().path("ResultWriter");
        return writer.has("Resource") || writer.has("Parameters") || writer.has("Arguments");
    }

    private static Value written() {
        Map<String, Value> details = new LinkedHashMap<>();
        details.put("Bucket", STRING);
        details.put("Key", STRING);
        Map<String, Value> result = new LinkedHashMap<>();
        result.put("MapRunArn", STRING);
        result.put("ResultWriterDetails", Value.object(details));
        return Value.object(result);
    }

    /** Returns whether the Map may go well though items fail; what stands for those in its result is not documented. */
    private static boolean tolerates(MapState state) {
        return state.isDistributed()
                && state.json().propertyNames().stream().anyMatch(field -> field.startsWith("ToleratedFailure"));
    }

    /** A writer without a bucket only changes the form of the outputs; which way is not followed. */
    private static Value collected(MapState state, Value output) {
        if (state.json().has("ResultWriter")) {
            return Value.arrayOf(Value.ANY);
        }
        return Value.arrayOf(tolerates(state) ? orFailed(output) : output);
    }

    private static Value orFailed(Value output) {
        return output.mapFields(fields -> new Fields(fields.perhaps().named(), Set.of(Place.ANYWHERE)))
                .join(Value.ANY);
    }
}
