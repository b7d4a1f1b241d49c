package dev.stepwright.codegen.schema;

import dev.stepwright.json.JsonText;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of what a machine and its tasks take and give, with all that they refer to, in one text for checks at run time. Each stands under its
 * location, and each {@code $ref} is a location with a fragment, so that nobody has to look for files or know an {@code $id}.
 */
public final class SchemaBundle {
    private static final String SCHEMAS = "schemas";

    private final SchemaFiles files;
    private final BiFunction<String, Place, String> reference;
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final ObjectNode text = JsonNodeFactory.instance.objectNode();

    /**
     * Begins one that holds nothing.
     *
     * @param files what the schemas may refer to
     */
    public SchemaBundle(SchemaFiles files) {
        this(files, (location, target) -> location + "#" + target.fragment());
    }

    /** @param reference what a {@code $ref} to a place in the file of a location is */
    private SchemaBundle(SchemaFiles files, BiFunction<String, Place, String> reference) {
        this.files = files;
        this.reference = reference;
    }

    /** Returns a schema as one document with all that it refers to, in which each {@code $ref} is a pointer. */
    static JsonNode document(SchemaFile file, SchemaFiles files) {
        SchemaBundle bundle = new SchemaBundle(files, SchemaBundle::pointer);
        bundle.text.put("$ref", pointer(bundle.add(file), file.root()));
        return bundle.whole();
    }

    private static String pointer(String location, Place target) {
        return "#"
                + JsonPointer.empty()
                        .appendProperty(SCHEMAS)
                        .appendProperty(location)
                        .append(target.pointer());
    }

    /**
     * Adds the schemas of what executions take and give.
     *
     * @param input null if there is none to check by
     * @param output likewise
     */
    public void machine(@Nullable SchemaFile input, @Nullable SchemaFile output) {
        put(text, input, output);
    }

    /** Adds the schemas of what a Task state takes and gives; without effect if there are none. */
    public void task(String stateName, @Nullable SchemaFile input, @Nullable SchemaFile output) {
        if (input != null || output != null) {
            put(text.withObjectProperty("tasks").putObject(stateName), input, output);
        }
    }

    private void put(ObjectNode target, @Nullable SchemaFile input, @Nullable SchemaFile output) {
        if (input != null) {
            target.put("input", add(input));
        }
        if (output != null) {
            target.put("output", add(output));
        }
    }

    /** Returns the whole as JSON. */
    public String text() {
        return JsonText.pretty(whole()) + "\n";
    }

    /** Returns the text of each schema by its location. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        schemas.forEach((location, schema) -> texts.put(location, JsonText.compact(schema)));
        return texts;
    }

    private ObjectNode whole() {
        ObjectNode whole = text.deepCopy();
        schemas.forEach(whole.putObject(SCHEMAS)::set);
        return whole;
    }

    /** Adds a file and what it refers to, once. Returns its location. */
    String add(SchemaFile file) {
        String location = location(file);
        if (!schemas.containsKey(location)) {
            schemas.put(
                    location, JsonNodeFactory.instance.objectNode()); // a file that refers to itself is there already
            schemas.put(location, absolute(file.root()));
        }
        return location;
    }

    /** The same on every machine: the path in the source directory, or in the jar. */
    private String location(SchemaFile file) {
        URI location = files.location(file);
        return location.getScheme().equals("file") ? "asl:/" + Place.encoded(file.name()) : location.toString();
    }

    /** Returns a schema, or what else stands in one, with references that mean the same wherever they stand. */
    private JsonNode absolute(Place place) {
        JsonNode node = place.node();
        if (node.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                elements.add(absolute(place.at(i)));
            }
            return elements;
        }
        if (!node.isObject()) {
            return node;
        }
        boolean hasKeywords = !place.isMemberNames();
        Predicate<String> isValue = name -> hasKeywords && References.VALUES.contains(name);
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (hasKeywords && name.equals("$ref") && value.isString()) {
                members.put(name, reference(place, value.stringValue()));
            } else if (!(hasKeywords
                    && value.isString()
                    && name.equals(place.file().idKeyword()))) {
                members.set(name, isValue.test(name) ? value : absolute(place.at(name)));
            }
        }
        return members;
    }

    /** What leads nowhere is told where types are made of schemas. */
    private String reference(Place from, String written) {
        return files.find(from, written)
                .map(target -> reference.apply(add(target.file()), target))
                .orElse(written);
    }
}
