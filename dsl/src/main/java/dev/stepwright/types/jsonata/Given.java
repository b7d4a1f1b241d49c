package dev.stepwright.types.jsonata;

import dev.stepwright.types.lattice.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gives.
 *
 * @param value what it can be where it is defined
 * @param gap why it can be undefined; null if nothing known says so
 * @param path its text if it is a path, for messages; empty if not
 */
public record Given(Value value, @Nullable Gap gap, String path) {
    static final Given ANY = of(Value.ANY);

    static Given of(Value value) {
        return new Given(value, null, "");
    }

    static Given undefined(Gap gap) {
        return new Given(Value.ANY, gap, gap.path());
    }

    /** Returns whether it is surely undefined. */
    public boolean isUndefined() {
        return gap != null && gap.isUndefined();
    }

    Given withValue(Value changed) {
        return new Given(changed, gap, "");
    }
}
