package dev.stepwright.types.lattice;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values in words, for messages: {@code an object with "id" and "items"}. */
public final class Description {
    private static final int MOST_NAMES = 8;

    private Description() {}

    /** Returns what a value can be, one level deep. */
    public static String of(Value value) {
        List<String> parts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if ((value.kinds() & kind.bit()) != 0) {
                parts.add(kind.phrase());
            }
        }
        Fields fields = value.fields();
        if (fields != null) {
            parts.add(of(fields));
        }
        Items items = value.items();
        if (items != null) {
            parts.add(of(items));
        }
        value.places().forEach(place -> parts.add(place.toString()));
        return parts.isEmpty() ? "nothing" : String.join(" or ", parts);
    }

    private static String of(Items items) {
        Fields fields = items.element().fields();
        return fields == null ? "an array" : "an array of objects" + of(fields).substring("an object".length());
    }

    private static String of(Fields fields) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Field> field : fields.named().entrySet()) {
            names.add(JsonText.quote(field.getKey()) + (field.getValue().presence() == Presence.SOMETIMES ? "?" : ""));
        }
        if (names.isEmpty()) {
            return fields.isClosed() ? "an object without fields" : unnamed(fields);
        }
        int more = names.size() - MOST_NAMES;
        String listed = String.join(", ", more > 1 ? names.subList(0, MOST_NAMES) : names);
        return "an object with " + listed + (more > 1 ? " and " + more + " more" : "");
    }

    private static String unnamed(Fields fields) {
        return fields.rest().stream().allMatch(Place::isUnlisted)
                ? "an object of which no field is documented"
                : "an object";
    }
}
