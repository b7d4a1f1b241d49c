package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.items.ObjectItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item of a Map, as the context object shows it.
 *
 * @param key its name, if the items are the members of an object; else null
 * @param source where it comes from: {@link #STATE_DATA}, or {@code S3://bucket/key}, or of items that are names of objects {@code S3://bucket}
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html#contextobject-map">AWS: Context object data for Map states</a>
 */
public record MapItem(int index, JsonNode value, @Nullable String key, String source) {
    /** The source of items that no reader has read. */
    public static final String STATE_DATA = "STATE_DATA";

    private static final MapItem[] NONE = {};

    /** Returns the elements of an array, or the members of an object. */
    public static MapItem[] of(JsonNode items, String source) {
        List<MapItem> all = new ArrayList<>(items.size());
        add(all, items, source);
        return all.toArray(NONE);
    }

    /**
     * Returns what is in several objects, one after the other.
     *
     * @param read made by {@link ObjectItems}
     */
    static MapItem[] ofObjects(JsonNode read) {
        List<MapItem> all = new ArrayList<>();
        ObjectItems.forEach(read, (source, items) -> add(all, items, source));
        return all.toArray(NONE);
    }

    private static void add(List<MapItem> all, JsonNode items, String source) {
        if (items.isObject()) {
            for (Map.Entry<String, JsonNode> member : items.properties()) {
                all.add(new MapItem(all.size(), member.getValue(), member.getKey(), source));
            }
        } else {
            for (JsonNode value : items) {
                all.add(new MapItem(all.size(), value, null, source));
            }
        }
    }

    /** Returns the input of an iteration for which no selector makes one. */
    public JsonNode input() {
        if (key == null) {
            return value;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("Key", key);
        node.set("Value", value);
        return node;
    }

    /** Returns what the context object shows as {@code Map.Item}. */
    public ObjectNode shown() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("Index", index);
        if (key != null) {
            node.put("Key", key);
        }
        node.set("Value", value);
        return node.put("Source", source);
    }
}
