package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.MapState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.PassState;
import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The data of the scopes of a machine in JSONPath: records of the fields that conditions and templates ask, that results go into and
 * that Map and Parallel states make. What goes from one scope into another is the same place in both.
 */
final class Documents {
    /** A record of more fields that nothing asks is no help. */
    private static final int MOST_FIELDS = 60;
    /** The fields of a state that hold a path to what is no object. */
    private static final Map<String, String> SETTINGS = Map.of(
            "SecondsPath", "Integer",
            "TimeoutSecondsPath", "Integer",
            "HeartbeatSecondsPath", "Integer",
            "MaxConcurrencyPath", "Integer",
            "ToleratedFailureCountPath", "Integer",
            "TimestampPath", "Instant",
            "ErrorPath", "String",
            "CausePath", "String");

    private final Records records;
    private final Map<JsonPointer, Entry> scopes = new LinkedHashMap<>();
    private final Map<JsonPointer, Entry> items = new LinkedHashMap<>();
    private final Map<JsonPointer, Entry> results = new LinkedHashMap<>();
    private final Map<JsonPointer, Entry> arguments = new LinkedHashMap<>();
    /** What states put somewhere, by where: the record of a service, or an empty text for anything else. */
    private final Map<Place, Set<String>> given = new LinkedHashMap<>();

    private int accessors;

    /** A place that has a type of its own, with what a record of it would be called. */
    private record Entry(Place place, Records.Title title) {
        static Entry of(Place place, State state, String word, String description) {
            String name = Identifiers.type(state.name());
            String text = description + " " + Literals.inJavadoc(state.name()) + ".";
            return new Entry(place, new Records.Title(name + word, "", text));
        }
    }

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
                    machine,
                    new Entry(
                            new Place(),
                            new Records.Title("Data", "", "What the machine asks of its data, and puts into it.")));
            documents.given.forEach(Documents::own);
            Stream.of(documents.scopes, documents.items, documents.results, documents.arguments)
                    .forEach(entries -> entries.values().forEach(documents::declare));
        }
        return documents;
    }

    /** Returns the data of machines that stand in the source as JSON. */
    static Documents none() {
        return new Documents(Records.none());
    }

    /** Says that a place is the record of a service, if nothing else is put there and all that is read is in that. */
    private static void own(Place place, Set<String> types) {
        String type = types.iterator().next();
        boolean only = types.size() == 1 && !type.isEmpty();
        if (only && place.isWithin(Records.ofDsl(type).orElse(Map.of()).keySet())) {
            Records.own(place, type);
        }
    }

    private void declare(Entry entry) {
        records.type(entry.place, entry.title);
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

    /** Returns what a task gives, before its {@code ResultSelector} makes something else of it. */
    Document results(State state) {
        return document(results.get(state.pointer()));
    }

    /** Returns what a task is given, if a template makes that. */
    Document arguments(State state) {
        return document(arguments.get(state.pointer()));
    }

    private Document document(@Nullable Entry entry) {
        return entry == null ? Document.unknown() : new Document(entry.place.type(), records);
    }

    private void collect(StateMachineDefinition scope, Entry data) {
        data.place.takenWhole();
        scopes.put(scope.pointer(), data);
        for (State state : scope.states().values()) {
            if (!state.json().has("QueryLanguage")) {
                collect(
                        state instanceof TaskState task
                                ? Callee.of(task, QueryLanguage.JSONPATH).task()
                                : state,
                        data.place);
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
        JsonNode narrowed = json.path("InputPath");
        Place input = narrowed.isString() ? at(data, narrowed.stringValue()) : data;
        Payload.readings(json.path("Parameters"), path -> at(input, path));
        Payload.readings(json.path("ItemSelector"), path -> at(input, path));
        json.properties().stream()
                .filter(field -> SETTINGS.containsKey(field.getKey()))
                .forEach(field ->
                        at(input, field.getValue().asString("")).givenAs(SETTINGS.getOrDefault(field.getKey(), "")));
        for (String field : List.of("ItemReader", "ResultWriter")) {
            texts(json.path(field).path("Parameters"), input);
        }
        texts(json.path("Credentials"), input);
        ServiceTexts.of(state).forEach(path -> at(input, path).givenAs("String"));
        arguments(state, input);
        put(state, data, input);
        if (state instanceof ParallelState parallel) {
            branches(parallel, input);
        } else if (state instanceof MapState map) {
            map.itemProcessor().ifPresent(processor -> items(map, processor, input));
        }
    }

    /** Notes what a task is given. */
    private void arguments(State state, Place input) {
        JsonNode template = state.json().path("Parameters");
        Optional<String> record = ServiceTypes.argument(state.json());
        if (record.isPresent()) {
            Place given = new Place();
            Records.own(given, record.get());
            arguments.put(state.pointer(), Entry.of(given, state, "Arguments", "What is given to"));
            ServiceTypes.readings(
                    template, record.get(), (path, type) -> at(input, path).givenAs(type));
        } else if (isFunction(state)
                && Payload.isTyped(template)
                && !state.json().has("InputPath")) {
            Place given = new Template(input, new Place()).made(template);
            arguments.put(state.pointer(), Entry.of(given, state, "Arguments", "What is given to"));
        }
    }

    private static boolean isFunction(State state) {
        return state instanceof TaskState task
                && TaskResource.of(task.resource().orElse("")).type() != TaskResource.Type.INTEGRATION;
    }

    private void texts(JsonNode template, Place input) {
        Payload.readings(template, path -> at(input, path).givenAs("String"));
    }

    /** Notes what a Pass state or a ResultSelector puts into the data. */
    private void put(State state, Place data, Place input) {
        JsonNode json = state.json();
        boolean pass = state instanceof PassState;
        JsonNode template = json.path(pass ? "Parameters" : "ResultSelector");
        Place made = new Template(pass ? input : result(state), new Place()).made(template);
        if (json.path("ResultPath").isNull() || json.has("OutputPath") && !json.has("ResultPath")) {
            return;
        }
        Place target = at(data, json.path("ResultPath").asString("$"));
        boolean whole = json.has("ResultPath") && !json.has("ResultSelector");
        put(target, whole ? ServiceTypes.result(json) : "");
        if (pass && json.has("Result")) {
            target.givenAs(Payload.type(json.path("Result")));
        }
        if (target.fields().size() + template.size() <= MOST_FIELDS) {
            made.fields().forEach((name, value) -> target.field(name).sameAs(value));
        }
    }

    private void put(Place target, String type) {
        given.computeIfAbsent(target, key -> new HashSet<>()).add(type);
    }

    /** Returns the place of what a task gives; of the results of branches and items nothing is said. */
    private Place result(State state) {
        Place result = new Place();
        if (state instanceof TaskState) {
            put(result, ServiceTypes.result(state.json()));
            results.put(state.pointer(), Entry.of(result, state, "Result", "What is selected of the result of"));
        }
        return result;
    }

    private void branches(ParallelState state, Place input) {
        JsonNode parameters = state.json().path("Parameters");
        Place taken = parameters.isObject() ? new Template(input, new Place()).made(parameters) : input;
        Entry data = Entry.of(taken, state, "Input", "What the branches take of");
        state.branches().forEach(branch -> collect(branch, data));
    }

    private void items(MapState state, StateMachineDefinition processor, Place input) {
        JsonNode json = state.json();
        boolean read = json.has("ItemReader");
        Place list = read ? new Place() : at(input, json.path("ItemsPath").asString("$"));
        Place item = list == input ? new Place() : list.element();
        Reading.itemType(json.path("ItemReader")).ifPresent(type -> Records.own(item, type));
        items.put(state.pointer(), Entry.of(item, state, "Item", "An item of"));
        JsonNode selector = json.path(json.has("ItemProcessor") ? "ItemSelector" : "Parameters");
        Template template = new Template(input, item);
        Place taken = selector.isObject() ? template.made(selector) : item;
        if (json.has("ItemBatcher") && state.isDistributed()) {
            Place batch = new Place();
            batch.field("Items").element(taken);
            JsonNode more = json.path("ItemBatcher").path("BatchInput");
            batch.field("BatchInput", more.isObject() ? template.made(more) : new Place());
            collect(processor, Entry.of(batch, state, "Batch", "A batch of items of"));
        } else {
            collect(processor, Entry.of(taken, state, "Item", "What the processor takes of"));
        }
    }

    /** Notes that a condition reads a path as a type, or that something is put there. */
    private void read(Place data, String path, String as) {
        List<String> steps = new ArrayList<>();
        String rest = path.startsWith("$") ? Document.steps(path.substring(1), steps) : path;
        boolean word = !rest.isEmpty() && ".[".indexOf(rest.charAt(0)) < 0;
        if (word && !steps.isEmpty()) {
            steps.remove(steps.size() - 1); // it is the beginning of a name that goes on with other signs
        }
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
                return value.isObject() && !value.isEmpty() ? made(value) : constant(value);
            }
            String text = value.stringValue();
            return text.startsWith(ITEM)
                    ? at(item, "$" + text.substring(ITEM.length()))
                    : text.startsWith("$$") || !text.startsWith("$") ? given(Payload.type(text)) : at(input, text);
        }

        private Place constant(JsonNode value) {
            if (!Expressions.areTexts(value)) {
                return given(Payload.type(value));
            }
            Place list = new Place();
            list.element().givenAs("String");
            return list;
        }

        private Place given(String type) {
            Place place = new Place();
            place.givenAs(type);
            return place;
        }
    }
}
