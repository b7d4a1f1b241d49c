package dev.stepwright.types.flow;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What comes into the machine from outside: its input, the results of tasks, the items of readers, errors. */
public final class Outside {
    /** What a catch rule gets. AWS: a failure reported without a name or cause has null for it. */
    static final Value ERROR = Value.object(
            Map.of("Error", Value.scalar(Kind.STRING, Kind.NULL), "Cause", Value.scalar(Kind.STRING, Kind.NULL)));

    private final Optional<Value> knownInput;
    private final Map<String, Value> knownResults;
    private final BiFunction<TaskState, Place, Value> services;
    private final Place input = root(Origin.Source.INPUT, JsonPointer.empty(), "the machine's input");
    private final Map<StateNode, Place> roots = new LinkedHashMap<>();

    /**
     * @param knownInput what is known of the machine's input
     * @param knownResults what is known of the results of tasks, by state
     * @param services what is known of a result from the task's resource; the place is that of the whole result
     */
    public Outside(
            Optional<Value> knownInput, Map<String, Value> knownResults, BiFunction<TaskState, Place, Value> services) {
        this.knownInput = knownInput;
        this.knownResults = Map.copyOf(knownResults);
        this.services = services;
    }

    Entry entry() {
        Value first = knownInput.orElse(Value.of(input));
        return new Entry(first, Variables.NONE, ContextObject.of(first));
    }

    Value result(StateNode node, TaskState state) {
        Place place = roots.computeIfAbsent(
                node, key -> root(Origin.Source.RESULT, node.pointer(), "the result of state " + quote(node)));
        Value known = knownResults.get(state.name());
        return known == null ? services.apply(state, place) : known;
    }

    /** What a reader gives: rows of texts where the headers are written in the definition, else whatever is in the file. */
    Value item(StateNode node, MapState state) {
        JsonNode config = state.json().path("ItemReader").path("ReaderConfig");
        JsonNode headers = config.path("CSVHeaders");
        if (config.path("CSVHeaderLocation").asString("").equals("GIVEN") && headers.isArray()) {
            Map<String, Value> row = new LinkedHashMap<>();
            headers.forEach(header -> row.put(header.asString(""), Value.scalar(Kind.STRING)));
            return Value.object(row);
        }
        return Value.of(roots.computeIfAbsent(
                node, key -> root(Origin.Source.ITEM, node.pointer(), "an item of state " + quote(node))));
    }

    private static String quote(StateNode node) {
        return dev.stepwright.json.JsonText.quote(node.name());
    }

    private static Place root(Origin.Source source, JsonPointer state, String label) {
        return Place.root(new Origin(source, state, label));
    }

    /** Returns the place of the machine's input. */
    Place input() {
        return input;
    }

    /** Returns the places of the results and items that came in, by the states that brought them in. */
    Map<StateNode, Place> roots() {
        return roots;
    }
}
