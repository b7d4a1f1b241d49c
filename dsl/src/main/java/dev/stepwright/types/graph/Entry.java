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

    Entry withInput(Value changed) {
        return new Entry(changed, variables, context);
    }
}
