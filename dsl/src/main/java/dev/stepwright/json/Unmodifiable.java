package dev.stepwright.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies of collections that nobody can modify and that hold no null, for the constructors of generated records. */
public final class Unmodifiable {
    private Unmodifiable() {}

    /**
     * Returns a copy of a list; the list itself if it is such a copy.
     *
     * @param name what a message calls the list
     * @throws IllegalArgumentException if an element is null
     */
    public static <T> List<T> list(List<T> list, String name) {
        int index = 0;
        for (T element : list) {
            if (element == null) {
                throw new IllegalArgumentException(name + "[" + index + "] is null");
            }
            index++;
        }
        return List.copyOf(list);
    }

    /** Like {@link #list(List, String)}, of copies of the elements. */
    public static <T> List<T> list(List<T> list, String name, UnaryOperator<T> copy) {
        List<T> copies = new ArrayList<>(list.size());
        list(list, name).forEach(element -> copies.add(copy.apply(element)));
        return List.copyOf(copies);
    }

    /**
     * Returns a copy of a map in the same order.
     *
     * @param name what a message calls the map
     * @throws IllegalArgumentException if a name or a value is null
     */
    public static <T> Map<String, T> map(Map<String, T> map, String name) {
        return map(map, name, value -> value);
    }

    /** Like {@link #map(Map, String)}, of copies of the values. */
    public static <T> Map<String, T> map(Map<String, T> map, String name, UnaryOperator<T> copy) {
        Map<String, T> copies = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new IllegalArgumentException(name + "[\"" + key + "\"] is null");
            }
            copies.put(key, copy.apply(value));
        });
        return Collections.unmodifiableMap(copies);
    }
}
