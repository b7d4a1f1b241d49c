package dev.stepwright.runtime.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item of a Map, as the context object shows it.
 *
 * @param key its name, if the items are the members of an object; else null
 */
record MapItem(int index, JsonNode value, @Nullable String key) {
    /** Returns the elements of an array, or the members of an object. */
    static MapItem[] of(JsonNode items) {
        MapItem[] all = new MapItem[items.size()];
        int index = 0;
        if (items.isObject()) {
            for (Map.Entry<String, JsonNode> member : items.properties()) {
                all[index] = new MapItem(index++, member.getValue(), member.getKey());
            }
        } else {
            for (JsonNode value : items) {
                all[index] = new MapItem(index++, value, null);
            }
        }
        return all;
    }

    static MapItem[] of(List<JsonNode> items) {
        MapItem[] all = new MapItem[items.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = new MapItem(i, items.get(i), null);
        }
        return all;
    }
}
