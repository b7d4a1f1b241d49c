package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The data of the scopes of a machine in JSONPath: records of the fields that conditions and templates ask, that results go into and
 * that Map and Parallel states make. What goes from one scope into another is the same place in both.
 */
final class Documents {
    private final Records records;
    private final Map<JsonPointer, Entry> scopes = new LinkedHashMap<>();
    private final Map<JsonPointer, Entry> items = new LinkedHashMap<>();
    private int accessors;

    /** A place that has a type of its own, with what a record of it would be called. */
    private record Entry(Place place, String name, String description) {}

    private Documents(Records records) {
        this.records = records;
    }

    /**
     * Returns the data of a machine; nothing is known of it if that is in JSONata.
     *
     * @param types the names of types in the class
     */
    static Documents of(StateMachineDefinition machine, Identifiers types) {
        Documents documents = new Documents(new Records(types));
        if (machine.queryLanguage() == QueryLanguage.JSONPATH) {
            documents.collect(
                    machine, new Entry(new Place(), "Data", "What the machine asks of its data, and puts into it."));
            documents.scopes.values().forEach(documents::declare);
            documents.items.values().forEach(documents::declare);
        }
        return documents;
    }

    /** Returns the data of machines that stand in the source as JSON. */
    static Documents none() {
        return new Documents(Records.none());
    }

    private void declare(Entry entry) {
        records.type(entry.place, entry.name, entry.description);
    }

    Records records() {
        return records;
    }

    /** Returns how many accessors it takes to read all that is read. */
    int accessors() {
        return accessors;
    }

    /** Returns the data of a scope. */
    Document of(StateMachineDefinition scope) {
        return document(scopes.get(scope.pointer()));
    }

    /** Returns the items of a Map state. */
    Document items(MapState state) {
        return document(items.get(state.pointer()));
    }

    private Document document(@Nullable Entry entry) {
        return entry == null ? Document.unknown() : new Document(entry.place.type(), records);
    }

    private void collect(StateMachineDefinition scope, Entry data) {
        data.place.takenWhole();
        scopes.put(scope.pointer(), data);
        for (State state : scope.states().values()) {
            if (!state.json().has("QueryLanguage")) {
                collect(state, data.place);
            }
        }
    }

    private void collect(State state, Place data) {
        JsonNode json = state.json();
        if (state instanceof ChoiceState choice) {
            choice.choices().forEach(rule -> Conditions.readings(rule.json(), (path, as) -> read(data, path, as)));
            return;
        }
        if (!(state instanceof FailState)) {
            boolean many = state instanceof ParallelState && !json.has("ResultSelector");
            read(data, json.path("ResultPath").asString(""), many ? Document.UNKNOWN : "");
            state.catchRules()
                    .forEach(rule -> read(data, rule.json().path("ResultPath").asString(""), Records.ERROR));
        }
        Place input = json.has("InputPath") ? at(data, json.path("InputPath").asString("")) : data;
        Payload.readings(json.path("Parameters"), path -> at(input, path));
        Payload.readings(json.path("ItemSelector"), path -> at(input, path));
        if (state instanceof ParallelState parallel) {
            branches(parallel, input);
        } else if (state instanceof MapState map) {
            map.itemProcessor().ifPresent(processor -> items(map, processor, input));
        }
    }

    private void branches(ParallelState state, Place input) {
        JsonNode parameters = state.json().path("Parameters");
        Place taken = parameters.isObject() ? new Template(input, new Place()).made(parameters) : input;
        Entry data = new Entry(taken, Identifiers.type(state.name()) + "Input", "What the branches take.");
        state.branches().forEach(branch -> collect(branch, data));
    }

    private void items(MapState state, StateMachineDefinition processor, Place input) {
        JsonNode json = state.json();
        boolean read = json.has("ItemReader");
        Place list = read ? new Place() : at(input, json.path("ItemsPath").asString("$"));
        Place item = list == input ? new Place() : list.element();
        Reading.itemType(json.path("ItemReader")).ifPresent(type -> Records.own(item, type));
        String name = Identifiers.type(state.name());
        items.put(state.pointer(), new Entry(item, name + "Item", "An item."));
        JsonNode selector = json.path(json.has("ItemProcessor") ? "ItemSelector" : "Parameters");
        Template template = new Template(input, item);
        Place taken = selector.isObject() ? template.made(selector) : item;
        if (json.has("ItemBatcher")) {
            Place batch = new Place();
            batch.field("Items").element(taken);
            JsonNode more = json.path("ItemBatcher").path("BatchInput");
            batch.field("BatchInput", more.isObject() ? template.made(more) : new Place());
            collect(processor, new Entry(batch, name + "Batch", "A batch of items."));
        } else {
            collect(processor, new Entry(taken, name + "Item", "What the processor takes."));
        }
    }

    /** Notes that a condition reads a path as a type, or that something is put there. */
    private void read(Place data, String path, String as) {
        List<String> steps = new ArrayList<>();
        String rest = path.startsWith("$") ? Document.steps(path.substring(1), steps) : path;
        if (!steps.isEmpty() && !steps.get(0).startsWith("[")) {
            Place place = walk(data, steps);
            if (rest.isEmpty()) {
                place.readAs(as);
            } else if (rest.startsWith("[") && !rest.startsWith("['") && !rest.startsWith("[\"")) {
                place.element();
            }
        }
    }

    private Place walk(Place data, List<String> steps) {
        accessors += steps.size();
        Place at = data;
        for (String step : steps) {
            at = step.startsWith(".") ? at.field(step.substring(1)) : at.element();
        }
        return at;
    }

    /** Returns the place to which a path leads; one that is nowhere else if that is not known. */
    private Place at(Place data, String path) {
        List<String> steps = new ArrayList<>();
        boolean simple =
                path.startsWith("$") && Document.steps(path.substring(1), steps).isEmpty();
        return simple && (steps.isEmpty() || !steps.get(0).startsWith("[")) ? walk(data, steps) : new Place();
    }

    /** What a payload template reads. */
    private final class Template {
        private static final String ITEM = "$$.Map.Item.Value";
        private final Place input;
        private final Place item;

        Template(Place input, Place item) {
            this.input = input;
            this.item = item;
        }

        /** Returns the object that it makes. */
        Place made(JsonNode template) {
            Place made = new Place();
            if (Payload.isSayable(template)) {
                template.properties().forEach(member -> made.field(Payload.name(member), value(member)));
            }
            return made;
        }

        private Place value(Map.Entry<String, JsonNode> member) {
            JsonNode value = member.getValue();
            if (!Payload.isPath(member)) {
                return value.isObject() && !value.isEmpty() ? made(value) : given(Payload.type(value));
            }
            String text = value.stringValue();
            return text.startsWith(ITEM)
                    ? at(item, "$" + text.substring(ITEM.length()))
                    : text.startsWith("$$") || !text.startsWith("$") ? given(Payload.type(text)) : at(input, text);
        }

        private Place given(String type) {
            Place place = new Place();
            place.givenAs(type);
            return place;
        }
    }
}
