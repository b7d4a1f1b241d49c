package dev.stepwright.dsl.items;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON file.
 *
 * @param <E> what an element of the array is read as
 */
public final class JsonFormat<E> extends ItemFormat<E> {
    JsonFormat(Class<E> type, ObjectNode config) {
        super(type, config);
    }

    /**
     * Says where in the file the array is; without it, the file is the array.
     *
     * @param pointer a JSON Pointer, such as {@code /data/items}
     * @throws IllegalArgumentException if it is none
     */
    public JsonFormat<E> itemsAt(String pointer) {
        return new JsonFormat<>(
                type(), with("ItemsPointer", JsonPointer.compile(pointer).toString()));
    }
}
