package dev.stepwright.jsonata.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The members of an object in the order they came: a few side by side, which takes half of the room and time of a hash map, many in one. */
final class Members extends AbstractMap<String, JsonNode> {
    static final int FEW = 8;
    private static final int USUAL = 4;

    private String[] names;
    private JsonNode[] values;
    private int size;
    private boolean shared; // whether other maps have the same array of names
    private @Nullable Map<String, JsonNode> many;

    /** Makes an empty map with room for so many members; it grows when more come. */
    Members(int capacity) {
        int room = capacity > FEW ? 0 : Math.max(capacity, 1);
        names = new String[room];
        values = new JsonNode[room];
        many = capacity > FEW ? new LinkedHashMap<>(capacity + capacity / 3 + 1) : null;
    }

    /** Makes a map over a few names, all different, that are not copied, and their values, which become the map's. */
    Members(String[] names, JsonNode[] values) {
        this.names = names;
        this.values = values;
        this.size = names.length;
        this.shared = true;
    }

    Members() {
        this(USUAL);
    }

    private int place(@Nullable Object name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public @Nullable JsonNode get(@Nullable Object name) {
        if (many != null) {
            return many.get(name);
        }
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many != null ? many.containsKey(name) : place(name) >= 0;
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int place = place(name);
        if (place >= 0) {
            JsonNode before = values[place];
            values[place] = value;
            return before;
        }
        if (size == FEW) {
            many = new LinkedHashMap<>(this);
            return many.put(name, value);
        }
        if (size == names.length || shared) {
            resize(Math.min(FEW, 2 * size));
        }
        names[size] = name;
        values[size++] = value;
        return null;
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        if (many != null) {
            return many.remove(name);
        }
        int place = place(name);
        if (place < 0) {
            return null;
        }
        JsonNode before = values[place];
        removeAt(place);
        return before;
    }

    private void resize(int room) {
        names = Arrays.copyOf(names, room);
        values = Arrays.copyOf(values, room);
        shared = false;
    }

    private void removeAt(int place) {
        if (shared) {
            resize(size);
        }
        size--;
        System.arraycopy(names, place + 1, names, place, size - place);
        System.arraycopy(values, place + 1, values, place, size - place);
    }

    @Override
    public int size() {
        return many != null ? many.size() : size;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonNode> action) {
        if (many != null) {
            many.forEach(action);
            return;
        }
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public void replaceAll(BiFunction<? super String, ? super JsonNode, ? extends JsonNode> change) {
        if (many != null) {
            many.replaceAll(change);
            return;
        }
        for (int i = 0; i < size; i++) {
            values[i] = change.apply(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return many != null ? many.entrySet().iterator() : new Walk();
        }

        @Override
        public int size() {
            return Members.this.size();
        }
    }

    private final class Walk implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            return new Member(names[next], values[next++]);
        }

        @Override
        public void remove() {
            removeAt(--next);
        }
    }

    /** An entry that writes through. */
    private final class Member extends SimpleEntry<String, JsonNode> {
        private static final long serialVersionUID = 1L;

        Member(String name, JsonNode value) {
            super(name, value);
        }

        @Override
        public JsonNode setValue(JsonNode value) {
            put(getKey(), value);
            return super.setValue(value);
        }
    }
}
