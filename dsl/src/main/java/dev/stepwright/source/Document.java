package dev.stepwright.source;

import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.ParallelState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The data that goes through a scope and through the branches within it that take it whole: a record of the fields that conditions
 * ask and that results go into. Where nothing is known of it, or two places contradict each other, it is a {@code JsonNode}.
 */
final class Document {
    static final String UNKNOWN = "JsonNode";
    private static final String ERROR = "ErrorOutput";
    /** A constructor has 255 parameters at most, and nobody reads a record of half as many. */
    private static final int MOST_COMPONENTS = 120;

    private static final Pattern SIMPLE = Pattern.compile("\\$(\\.[A-Za-z_][A-Za-z0-9_]*)+");

    private final Place root = new Place();
    private final List<Declaration> records = new ArrayList<>();
    private String type = UNKNOWN;
    private int accessors;

    private Document() {}

    /** A field and what is known of it. */
    private static final class Place {
        private final Map<String, Place> fields = new LinkedHashMap<>();
        private String accessor = "";
        /** What the place is read as; empty if nothing says so. */
        private String leaf = "";
    }

    /** A record to be declared: its components by their JSON names. */
    record Declaration(String name, Map<String, Component> components) {}

    /** A component. */
    record Component(String name, String type) {}

    /** Returns a document of which nothing is known. */
    static Document unknown() {
        return new Document();
    }

    /** Returns the document of a machine in JSONPath. */
    static Document of(StateMachineDefinition machine, String name, Identifiers types) {
        Document document = new Document();
        document.collect(machine);
        if (document.root.leaf.isEmpty() && isRecord(document.root)) {
            document.type = document.declare(document.root, name, types);
        }
        return document;
    }

    private static boolean isRecord(Place place) {
        return !place.fields.isEmpty() && place.fields.size() <= MOST_COMPONENTS;
    }

    private void collect(StateMachineDefinition machine) {
        for (State state : machine.states().values()) {
            if (state.json().has("QueryLanguage")) {
                continue;
            }
            if (state instanceof ChoiceState choice) {
                choice.choices().forEach(rule -> Conditions.readings(rule.json(), this::read));
            } else if (!(state instanceof FailState)) {
                write(state.json().path("ResultPath"), "");
                state.catchRules().forEach(rule -> write(rule.json().path("ResultPath"), ERROR));
            }
            if (!state.json().has("InputPath")) {
                Payload.readings(
                        state.json().path(state instanceof TaskState ? "Parameters" : "ItemSelector"), this::note);
            }
            if (state instanceof ParallelState parallel && takesAll(state.json())) {
                parallel.branches().forEach(this::collect);
            }
        }
    }

    private static boolean takesAll(JsonNode state) {
        return !state.has("Parameters") && !state.has("InputPath");
    }

    /** What only a template reads may be anything; what is no simple path stands as it is there. */
    private void note(String path) {
        if (SIMPLE.matcher(path).matches()) {
            read(path, "");
        }
    }

    private void write(JsonNode path, String as) {
        if (path.isString()) {
            read(path.stringValue(), as);
        }
    }

    /** Notes that a path is read as a type; what is no simple path makes a mystery of where its simple part leads. */
    private void read(String path, String as) {
        if (!path.startsWith("$") || path.startsWith("$$")) {
            return;
        }
        boolean simple = SIMPLE.matcher(path).matches();
        Place place = root;
        String[] names = path.substring(1).split("\\.", -1);
        for (int i = 1; i < names.length && (simple || names[i].matches("[A-Za-z_][A-Za-z0-9_]*")); i++) {
            place = place.fields.computeIfAbsent(names[i], key -> new Place());
            accessors++;
        }
        String type = simple ? as : UNKNOWN;
        if (!type.isEmpty() && !place.leaf.equals(type)) {
            place.leaf = place.leaf.isEmpty() ? type : UNKNOWN;
        }
    }

    /** Declares the record of a place that is not read itself, and returns its type. */
    private String declare(Place place, String name, Identifiers types) {
        String record = types.free(name);
        Identifiers names = new Identifiers(Identifiers.METHODS_OF_OBJECTS);
        Map<String, Component> components = new LinkedHashMap<>();
        Declaration declaration = new Declaration(record, components);
        records.add(declaration);
        place.fields.forEach((field, inner) -> {
            String component = names.free(Identifiers.variable(field));
            inner.accessor = record + "::" + component;
            components.put(field, new Component(component, typeOf(field, inner, types)));
        });
        return record;
    }

    private String typeOf(String field, Place place, Identifiers types) {
        boolean error = place.leaf.equals(ERROR) && ErrorFields.areIn(place.fields.keySet());
        if (place.fields.isEmpty() || error) {
            place.leaf = place.leaf.isEmpty() ? UNKNOWN : place.leaf;
            place.fields.forEach((name, inner) -> inner.accessor = ErrorFields.accessor(name));
            return place.leaf;
        }
        if (!place.leaf.isEmpty() || !isRecord(place)) {
            place.leaf = UNKNOWN;
            place.fields.clear();
            return UNKNOWN;
        }
        place.leaf = declare(place, Identifiers.type(field), types);
        return place.leaf;
    }

    /** The fields of {@code ErrorOutput}. */
    private static final class ErrorFields {
        private static final Map<String, String> ACCESSORS =
                Map.of("Error", "ErrorOutput::error", "Cause", "ErrorOutput::cause");

        static boolean areIn(Iterable<String> names) {
            for (String name : names) {
                if (!ACCESSORS.containsKey(name)) {
                    return false;
                }
            }
            return true;
        }

        static String accessor(String name) {
            return ACCESSORS.getOrDefault(name, "");
        }
    }

    /** Returns how many accessors it takes to read all that is read. */
    int accessors() {
        return accessors;
    }

    /** Returns the name of the record, or {@code JsonNode}. */
    String type() {
        return type;
    }

    List<Declaration> records() {
        return records;
    }

    /** Returns the components of a record by their JSON names; empty if the type is no record of this document. */
    Optional<Map<String, Component>> components(String record) {
        return records.stream()
                .filter(declaration -> declaration.name().equals(record))
                .map(Declaration::components)
                .findFirst();
    }

    /** Returns as what a path is read; empty if no accessors lead there. */
    Optional<String> typeAt(String path) {
        return places(path)
                .map(places -> places.get(places.size() - 1).leaf)
                .map(leaf -> leaf.isEmpty() ? UNKNOWN : leaf);
    }

    /** Returns the typed path, such as {@code path(Data::job).get(Job::status)}; empty if no accessors lead there. */
    Optional<Code> path(String path) {
        return places(path).map(places -> {
            Code code = Code.call("path", Code.word(places.get(0).accessor));
            for (Place place : places.subList(1, places.size())) {
                code = code.then(Code.call("get", Code.word(place.accessor)));
            }
            return code;
        });
    }

    /** Returns the only accessor of a path of one step. */
    Optional<Code> accessor(String path) {
        return places(path).filter(places -> places.size() == 1).map(places -> Code.word(places.get(0).accessor));
    }

    private Optional<List<Place>> places(String path) {
        if (type.equals(UNKNOWN) || !SIMPLE.matcher(path).matches()) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>();
        Place at = root;
        for (String name : path.substring(2).split("\\.", -1)) {
            at = at.fields.get(name);
            if (at == null || at.accessor.isEmpty()) {
                return Optional.empty();
            }
            places.add(at);
        }
        return Optional.of(places);
    }
}
