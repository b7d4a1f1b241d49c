package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forgets what is too deep or too wide, so that no loop in a definition makes a value grow without end. */
public final class Widening {
    static final int MAX_HEIGHT = 9;
    private static final int MOST_FIELDS = 256;
    private static final int MOST_ELEMENTS = 256;

    private Widening() {}

    /** Returns the value, or one above it that is at most nine levels high with at most 256 fields in an object. */
    public static Value limit(Value value) {
        return limit(value, 0);
    }

    private static Value limit(Value value, int depth) {
        if (depth > MAX_HEIGHT) {
            return Value.ANY;
        }
        Fields fields = value.fields();
        Items items = value.items();
        if (fields != null && fields.named().size() > MOST_FIELDS) {
            return Value.ANY;
        }
        if (value.height() + depth <= MAX_HEIGHT) {
            return value;
        }
        return new Value(
                value.places(),
                value.kinds(),
                fields == null ? null : limit(fields, depth + 1),
                items == null ? null : limit(items, depth + 1));
    }

    private static Fields limit(Fields fields, int depth) {
        Map<String, Field> limited = new LinkedHashMap<>();
        fields.named().forEach((name, field) -> limited.put(name, field.withValue(limit(field.value(), depth))));
        return new Fields(limited, fields.rest(), fields.canBeClosed());
    }

    private static Items limit(Items items, int depth) {
        List<Value> each = items.each();
        if (each == null || each.size() > MOST_ELEMENTS) {
            return Items.of(limit(items.element(), depth));
        }
        return Items.each(each.stream().map(value -> limit(value, depth)).toList());
    }
}
