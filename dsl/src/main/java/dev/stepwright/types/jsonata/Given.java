package dev.stepwright.types.jsonata;

import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.types.lattice.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gives.
 *
 * @param value what it can be where it is defined
 * @param gap why it can be undefined; null if nothing known says so
 * @param path its text if it is a path, for messages; empty if not
 * @param defined whether it is known that it is not undefined, whatever comes from outside
 */
public record Given(Value value, @Nullable Gap gap, String path, boolean defined) {
    private static final int LONGEST = 60;

    /** Of which nothing is known, not even whether it is undefined. */
    static final Given ANY = perhaps(Value.ANY);

    /** What is surely defined. */
    static Given of(Value value) {
        return new Given(value, null, "", true);
    }

    /** What may be undefined for all that is known. */
    static Given perhaps(Value value) {
        return new Given(value, null, "", false);
    }

    static Given undefined(Gap gap) {
        return new Given(Value.ANY, gap, gap.path(), false);
    }

    /** Returns whether it is surely undefined. */
    public boolean isUndefined() {
        return gap != null && gap.isUndefined();
    }

    /** Returns the same, called by the text of the expression that gives it where it has no path. */
    Given called(Syntax syntax) {
        if (!path.isEmpty()) {
            return this;
        }
        String text = syntax.text();
        String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return withPath(shown);
    }

    Given withPath(String changed) {
        return new Given(value, gap, changed, defined);
    }

    /** Returns what is undefined wherever this is. */
    Given withValue(Value changed) {
        return new Given(changed, gap, "", defined);
    }

    /** Returns what may be undefined where this is not, too. */
    Given orUndefined(Value changed) {
        return new Given(changed, gap, "", false);
    }
}
