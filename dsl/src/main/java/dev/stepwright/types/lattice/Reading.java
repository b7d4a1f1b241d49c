package dev.stepwright.types.lattice;

import org.jspecify.annotations.Nullable;

/**
 * What a step into a value finds.
 *
 * @param value what can be there
 * @param found whether it can be there at all
 * @param missing whether it can surely be absent: some alternative of the value has no such part
 * @param doubtful whether it can be there only as a part that a service's documentation does not name
 */
public record Reading(Value value, boolean found, boolean missing, boolean doubtful) {
    /** What is there for certain, or of which nothing is known. */
    public static Reading of(Value value) {
        return new Reading(value, true, false, false);
    }

    /** Returns whether no value has such a part; of a value that never is nothing can be said. */
    public boolean isAbsent() {
        return !found && missing && !doubtful;
    }

    /** Returns why there may be nothing; null if nothing known says so. */
    public @Nullable Lack lack() {
        if (doubtful) {
            return Lack.DOUBTFUL;
        }
        if (!missing) {
            return null;
        }
        return found ? Lack.SOMETIMES : Lack.ALWAYS;
    }
}
