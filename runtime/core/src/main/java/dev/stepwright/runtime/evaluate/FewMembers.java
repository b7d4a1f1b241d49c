package dev.stepwright.runtime.evaluate;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of an object that a state has made, in their order. Few members are two arrays, which are copied at once and searched in a
 * line; many are a hash table. The names are shared between objects of one shape until one of them gets another member.
 */
final class FewMembers extends AbstractMap<String, JsonNode> {
    /** With more members than that, a search in a line is slower than a hash table. */
    static final int MOST = 16;

    private String[] names;
    private @Nullable JsonNode[] values;
    private int size;
    private boolean sharesNames;
    private @Nullable Map<String, JsonNode> many;

    private FewMembers(String[] names, @Nullable JsonNode[] values, int size, boolean sharesNames) {
        this.names = names;
        this.values = values;
        this.size = size;
        this.sharesNames = sharesNames;
    }

    /**
     * Returns an object of these members.
     *
     * @param names all different, not changed afterwards; at most {@link #MOST}
     * @param values of the same length; the object owns it from now on
     */
    static ObjectNode object(String[] names, JsonNode[] values) {
        return new ObjectNode(JsonNodeFactory.instance, new FewMembers(names, values, names.length, true));
    }

    /** Returns the members of an object if they are few, and kept so; else null. */
    static @Nullable FewMembers of(ObjectNode object) {
        return object.properties() instanceof FewMembers.Entries few ? few.members() : null;
    }

    /** Returns the names: not to be changed, and never changed afterwards, since there is no room for another one. */
    String[] exactNames() {
        return names.length == size ? names : Arrays.copyOf(names, size);
    }

    /** Returns the values, in the order of the names: not to be changed. */
    @SuppressWarnings("NullAway") // below the size no value is null
    JsonNode[] exactValues() {
        return values.length == size ? values : Arrays.copyOf(values, size);
    }

    /** Returns members like those of an object, with room for one more; the object is not changed when they are. */
    static Map<String, JsonNode> copy(ObjectNode object) {
        Set<Map.Entry<String, JsonNode>> entries = object.properties();
        int room = entries.size() + 1;
        if (room > MOST) {
            Map<String, JsonNode> copy = new LinkedHashMap<>(2 * room); // never has to grow
            object.forEachEntry(copy::put);
            return copy;
        }
        if (entries instanceof FewMembers.Entries few) {
            return few.copy(room);
        }
        FewMembers copy = new FewMembers(new String[room], new JsonNode[room], 0, false);
        object.forEachEntry(copy::append);
        return copy;
    }

    private void append(String name, JsonNode value) {
        if (sharesNames || size == names.length) {
            names = Arrays.copyOf(names, Math.max(size + 1, values.length));
            sharesNames = false;
        }
        if (size == values.length) {
            names = Arrays.copyOf(names, 2 * size + 1);
            values = Arrays.copyOf(values, 2 * size + 1);
        }
        names[size] = name;
        values[size++] = value;
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
    @SuppressWarnings("NullAway") // Map.get is null where there is no such member
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
        if (many == null) {
            int index = indexOf(name);
            if (index >= 0) {
                JsonNode before = values[index];
                values[index] = value;
                return before;
            }
            if (size < MOST) {
                append(name, value);
                return null;
            }
        }
        return hashed().put(name, value);
    }

    @Override
    public @Nullable JsonNode remove(@Nullable Object name) {
        return containsKey(name) ? hashed().remove(name) : null;
    }

    @Override
    public void clear() {
        hashed().clear();
    }

    @Override
    public int size() {
        return many != null ? many.size() : size;
    }

    /** From here on a hash table does the work; what was kept before is let go. */
    private Map<String, JsonNode> hashed() {
        if (many == null) {
            Map<String, JsonNode> table = new LinkedHashMap<>(4 * MOST);
            forEach(table::put);
            many = table;
            names = new String[0];
            values = new JsonNode[0];
            size = 0;
        }
        return many;
    }

    @Override
    @SuppressWarnings("NullAway") // below the size no value is null
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
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return many != null ? many.entrySet() : new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        FewMembers members() {
            return FewMembers.this;
        }

        FewMembers copy(int room) {
            return new FewMembers(names, Arrays.copyOf(values, Math.max(room, size)), size, true);
        }

        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return many != null ? many.entrySet().iterator() : new Cursor();
        }

        @Override
        public int size() {
            return FewMembers.this.size();
        }
    }

    /** Goes over the members as they are; whoever takes one away does it through {@link #remove}. */
    private final class Cursor implements Iterator<Map.Entry<String, JsonNode>> {
        private int next;
        private @Nullable Iterator<Map.Entry<String, JsonNode>> hashed;

        @Override
        public boolean hasNext() {
            return hashed != null ? hashed.hasNext() : next < size;
        }

        @Override
        public Map.Entry<String, JsonNode> next() {
            if (hashed != null) {
                return hashed.next();
            }
            if (next >= size) {
                throw new NoSuchElementException("the object has " + size + " members");
            }
            return new Member(next++);
        }

        @Override
        public void remove() {
            if (hashed == null) {
                if (next == 0) {
                    throw new IllegalStateException("next() comes before remove()");
                }
                Iterator<Map.Entry<String, JsonNode>> same = hashed().entrySet().iterator();
                for (int i = 0; i < next; i++) {
                    same.next();
                }
                hashed = same;
            }
            hashed.remove();
        }
    }

    private final class Member implements Map.Entry<String, JsonNode> {
        private final String name;
        private JsonNode value;

        @SuppressWarnings("NullAway") // below the size no value is null
        Member(int index) {
            this.name = names[index];
            this.value = values[index];
        }

        @Override
        public String getKey() {
            return name;
        }

        @Override
        public JsonNode getValue() {
            return value;
        }

        @Override
        public JsonNode setValue(JsonNode other) {
            JsonNode before = value;
            put(name, other);
            value = other;
            return before;
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Map.Entry<?, ?> other && name.equals(other.getKey()) && value.equals(other.getValue());
        }

        @Override
        public int hashCode() {
            return name.hashCode() ^ value.hashCode();
        }
    }
}
