package dev.stepwright.types.graph;

import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.lattice.Widening;

/**
 * What a state starts with.
 *
 * @param input the state's input, before InputPath
 * @param context the Context Object
 */
public record Entry(Value input, Variables variables, Value context) {
    Entry join(Entry other) {
        return new Entry(
                Widening.limit(input.join(other.input)),
                variables.join(other.variables),
                Widening.limit(context.join(other.context)));
    }

    /** Returns the same where a test has {@linkplain Value#pickedOut picked out} some of the ways to the state. */
    public Entry pickedOut() {
        return new Entry(input.pickedOut(), variables.pickedOut(), context);
    }

    /** Returns one above this, in which whatever is another than in the one before can be anything, so that it does not change again. */
    Entry settled(Entry before) {
        return new Entry(
                settled(input, before.input), variables.settled(before.variables), settled(context, before.context));
    }

    static Value settled(Value value, Value before) {
        return value.equals(before) ? value : Value.ANY;
    }
}
