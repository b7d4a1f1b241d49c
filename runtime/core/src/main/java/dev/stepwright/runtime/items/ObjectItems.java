package dev.stepwright.runtime.items;

import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Items that have been read of several objects, as one result that tells of each object where it is. Not for use by several threads. */
public final class ObjectItems {
    private static final String OBJECTS = "Objects";

    private final ArrayNode objects = JsonNodeFactory.instance.arrayNode();
    private long count;

    /**
     * Adds the items of one object.
     *
     * @param source where the object is, see {@link ObjectNames#source}
     * @param items an array, or an object whose members they are
     */
    public void add(String source, JsonNode items) {
        objects.addObject().put("Source", source).set("Items", items);
        count += items.size();
    }

    /** Returns how many items there are. */
    public long count() {
        return count;
    }

    /** Returns the result; what is added afterwards is in it too. */
    public ObjectNode result() {
        return JsonNodeFactory.instance.objectNode().set(OBJECTS, objects);
    }

    /** Tells where each object is and its items. */
    public static void forEach(JsonNode result, BiConsumer<String, JsonNode> consumer) {
        for (JsonNode object : result.path(OBJECTS)) {
            consumer.accept(object.path("Source").asString(""), object.path("Items"));
        }
    }
}
