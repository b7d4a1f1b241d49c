package dev.stepwright.types.lattice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forgets what is too deep or too wide, so that no loop in a definition makes a value grow without end. */
public final class Widening {
    static final int MAX_HEIGHT = 9;
    private static final int MOST_FIELDS = 256;
    private static final int MOST_ELEMENTS = 256;
    private static final int MOST_PARTS = 10_000;

    /** What is no higher has few parts by the other limits, or was written so. */
    private static final int LOW = 3;

    private Widening() {}

    /** Returns the value, or one above it that is at most nine levels high with at most 256 fields in an object, lower if it has more than 10,000 parts. */
    public static Value limit(Value value) {
        int depth = 0;
        while (Math.min(value.height(), MAX_HEIGHT - depth) > LOW && partsLeft(value, depth, MOST_PARTS) < 0) {
            depth++;
        }
        return limit(value, depth);
    }

    /**
     * Returns how many more parts a value may have that is limited at a depth; fewer than none if it has too many, without a look at the others.
     * Nothing is made to be counted: what a few names stand for over and over may have millions of parts.
     */
    private static int partsLeft(Value value, int depth, int most) {
        int left = most - 1;
        if (depth == MAX_HEIGHT) {
            return left;
        }
        Fields fields = value.fields();
        Items items = value.items();
        if (fields != null) {
            for (Field field : fields.named().values()) {
                left = left < 0 ? left : partsLeft(field.value(), depth + 1, left);
            }
        }
        if (items != null) {
            for (Value each : items.each() == null ? List.of(items.element()) : items.each()) {
                left = left < 0 ? left : partsLeft(each, depth + 1, left);
            }
        }
        return left;
    }

    private static Value limit(Value value, int depth) {
        Fields fields = value.fields();
        Items items = value.items();
        if (fields != null && fields.named().size() > MOST_FIELDS) {
            return Value.ANY;
        }
        if (value.height() + depth <= MAX_HEIGHT) {
            return value;
        }
        if (depth == MAX_HEIGHT) {
            return Value.ANY;
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
        return items.map(value -> limit(value, depth));
    }
}
