package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values as their places document them, for messages: which members an object has is told, not what they are. */
public final class Documented {
    private Documented() {}

    /** Returns the object, or the array of some, that a value is as it is documented; the value itself if nothing is. */
    public static Value of(Value value) {
        if (value.places().size() != 1 || value.fields() != null) {
            return value;
        }
        Documentation documentation = value.places().iterator().next().documentation();
        Set<String> members = documentation.members();
        if (members.isEmpty()) {
            return value;
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        members.forEach(name -> fields.put(name, new Field(Value.ANY, Presence.OPTIONAL)));
        Value object = Value.of(new Fields(fields, Set.of()));
        return documentation.isArray() ? Value.arrayOf(object) : object;
    }
}
