package dev.stepwright.types.flow;

import dev.stepwright.asl.MapState;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Origin;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What comes into the machine from outside: its input, the results of tasks, the items of readers, errors. */
public final class Outside {
    /** What a catch rule gets. AWS: a failure reported without a name or cause has null for it. */
    static final Value ERROR = error();

    /** What the reader {@code s3:listObjectsV2} tells of each object. */
    private static final Map<String, Field> LISTED = listed();

    private final BiFunction<TaskState, Place, Value> results;
    private final Place input = root(Origin.Source.INPUT, JsonPointer.empty(), "the machine's input");
    private final Value first;
    private final Map<StateNode, Place> items = new LinkedHashMap<>();
    private final Map<StateNode, Value> values = new LinkedHashMap<>();

    /**
     * @param known what is known of the machine's input, which stands at the place
     * @param results what is known of the result of a task, which stands at the place
     */
    public Outside(Function<Place, Value> known, BiFunction<TaskState, Place, Value> results) {
        this.first = known.apply(input).standingAt(input);
        this.results = results;
    }

    Entry entry() {
        return new Entry(first, Variables.NONE, ContextObject.of(first));
    }

    /** What a task gives back; the same for each visit. */
    Value result(StateNode node, TaskState state) {
        return values.computeIfAbsent(node, key -> {
            Place place = root(Origin.Source.RESULT, node.pointer(), "the result of state " + quote(node));
            return results.apply(state, place).standingAt(place);
        });
    }

    private static Value error() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("Error", Value.scalar(Kind.STRING, Kind.NULL));
        members.put("Cause", Value.scalar(Kind.STRING, Kind.NULL));
        return Value.object(members);
    }

    /** What a reader gives: the objects that S3 lists, rows of texts where the headers are written in the definition, else whatever is in the file. */
    Value item(StateNode node, MapState state) {
        JsonNode reader = state.json().path("ItemReader");
        JsonNode config = reader.path("ReaderConfig");
        if (isListing(reader, config)) {
            Place unlisted = items.computeIfAbsent(
                    node, key -> root(Origin.Source.UNLISTED, node.pointer(), "an object that S3 lists"));
            return Value.of(new Fields(LISTED, Set.of(unlisted)));
        }
        JsonNode headers = config.path("CSVHeaders");
        if (config.path("CSVHeaderLocation").asString("").equals("GIVEN") && headers.isArray()) {
            Map<String, Value> row = new LinkedHashMap<>();
            headers.forEach(header -> row.put(header.asString(""), Value.scalar(Kind.STRING)));
            return Value.object(row);
        }
        return Value.of(items.computeIfAbsent(
                node, key -> root(Origin.Source.ITEM, node.pointer(), "an item of state " + quote(node))));
    }

    /** Returns whether a reader gives the objects that it lists, and not what is in them. */
    private static boolean isListing(JsonNode reader, JsonNode config) {
        return TaskResource.of(reader.path("Resource").asString("")).isIntegration("s3", "listObjectsV2")
                && (!config.has("Transformation")
                        || config.path("Transformation").asString("").equals("NONE"));
    }

    private static Map<String, Field> listed() {
        Map<String, Field> members = new LinkedHashMap<>();
        members.put("Etag", Field.always(Value.scalar(Kind.STRING)));
        members.put("Key", Field.always(Value.scalar(Kind.STRING)));
        members.put("LastModified", Field.always(Value.scalar(Kind.NUMBER)));
        members.put("Size", Field.always(Value.scalar(Kind.INTEGER)));
        members.put("StorageClass", Field.always(Value.scalar(Kind.STRING)));
        return members;
    }

    private static String quote(StateNode node) {
        return JsonText.quote(node.name());
    }

    private static Place root(Origin.Source source, JsonPointer state, String label) {
        return Place.root(new Origin(source, state, label));
    }

    /** Returns the place of the machine's input. */
    Place input() {
        return input;
    }
}
