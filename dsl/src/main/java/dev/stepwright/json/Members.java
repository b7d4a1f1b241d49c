package dev.stepwright.json;

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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of an object that an evaluation makes, in the order they came. Up to {@value #FEW} stand side by side in two arrays, which
 * takes half of the room and time of a hash table; more are in one. Objects of one shape share the array of their names until one of them
 * gets or loses a member.
 */
public final class Members extends AbstractMap<String, JsonNode> {
    /** With more members than that, a search in a line is slower than a hash table. */
    public static final int FEW = 16;

    private static final int USUAL = 4;

    private String[] names;
    private JsonNode[] values;
    private int size;
    private boolean sharesNames;
    private @Nullable Map<String, JsonNode> many;

    /** Makes an empty map with room for a few members; it grows when more come. */
    public Members() {
        this(USUAL);
    }

    /** Makes an empty map with room for so many members; it grows when more come. */
    public Members(int capacity) {
        int room = capacity > FEW ? 0 : capacity;
        names = new String[room];
        values = new JsonNode[room];
        many = capacity > FEW ? new LinkedHashMap<>(capacity + capacity / 3 + 1) : null;
    }

    /**
     * Makes a map over names and values, neither copied.
     *
     * @param names all different, not changed by anyone afterwards; at most {@link #FEW}
     * @param values of the same length; they are the map's from now on
     */
    public Members(String[] names, JsonNode[] values) {
        this.names = names;
        this.values = values;
        this.size = names.length;
        this.sharesNames = true;
    }

    /** Returns members like those of an object, with room for one more; the object stays as it is when they change. */
    public static Members copyOf(JsonNode object) {
        Members copy = new Members(object.size() + 1);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            copy.put(member.getKey(), member.getValue());
        }
        return copy;
    }

    /** Returns the members of an object if they are few, and kept side by side; else null. */
    public static @Nullable Members few(ObjectNode object) {
        return object.properties() instanceof Members.Entries few ? few.members() : null;
    }

    /** Returns an object that has these members; it changes as they do. */
    public ObjectNode object() {
        return new ObjectNode(JsonNodeFactory.instance, this);
    }

    /** Returns the names of members that are few: not to be changed, and never changed afterwards. */
    public String[] fewNames() {
        if (names.length > size) {
            return Arrays.copyOf(names, size);
        }
        sharesNames = true;
        return names;
    }

    /** Returns the values of members that are few, in the order of their names, and maybe room behind them: not to be changed. */
    public JsonNode[] fewValues() {
        return values;
    }

    @SuppressWarnings("ReferenceEquality") // mostly it is the same object; texts remember their hash
    private int indexOf(@Nullable Object name) {
        if (name == null) {
            return -1;
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            String own = names[i];
            if (own == name || own.hashCode() == hash && own.equals(name)) {
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
        int index = indexOf(name);
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return many != null ? many.containsKey(name) : indexOf(name) >= 0;
    }

    @Override
    public @Nullable JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int index = indexOf(name);
        if (index >= 0) {
            JsonNode before = values[index];
            values[index] = value;
            return before;
        }
        if (size == FEW) {
            many = new LinkedHashMap<>(this);
            return many.put(name, value);
        }
        if (size == names.length || sharesNames) {
            resize(Math.min(FEW, 2 * size + 1));
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
        int index = indexOf(name);
        if (index < 0) {
            return null;
        }
        JsonNode before = values[index];
        removeAt(index);
        return before;
    }

    private void resize(int room) {
        names = Arrays.copyOf(names, room);
        values = Arrays.copyOf(values, room);
        sharesNames = false;
    }

    private void removeAt(int index) {
        if (sharesNames) {
            resize(size);
        }
        size--;
        System.arraycopy(names, index + 1, names, index, size - index);
        System.arraycopy(values, index + 1, values, index, size - index);
    }

    @Override
    public void clear() {
        names = new String[0];
        values = new JsonNode[0];
        size = 0;
        sharesNames = false;
        many = null;
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
        return many != null ? many.entrySet() : new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        Members members() {
            return Members.this;
        }

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
        private boolean hasLast;

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (next >= size) {
                throw new NoSuchElementException("the object has " + size + " members");
            }
            hasLast = true;
            return new Member(names[next], values[next++]);
        }

        @Override
        public void remove() {
            if (!hasLast) {
                throw new IllegalStateException("next() comes before remove()");
            }
            hasLast = false;
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
