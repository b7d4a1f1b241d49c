package dev.stepwright.types.jsonpath;

import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the paths of a field start from.
 *
 * @param input what {@code $} is
 * @param context what {@code $$} is
 * @param inputOf how {@code $} comes from the entry of the state, so that the ways to the state can be told apart; null if it
 *     does not come from there
 */
public record Frame(
        Value input,
        Variables variables,
        Value context,
        @Nullable Function<Entry, Value> inputOf) {
    /** Returns the same with another {@code $}, one that does not come from the entry of the state. */
    public Frame withInput(Value changed) {
        return new Frame(changed, variables, context, null);
    }

    public Frame withContext(Value changed) {
        return new Frame(input, variables, changed, inputOf);
    }

    /** Returns the same where a test has {@linkplain Value#pickedOut picked out} some of the ways to the state. */
    public Frame pickedOut() {
        return new Frame(input.pickedOut(), variables.pickedOut(), context, inputOf);
    }

    /** Tells frames apart that have another {@code $} in the same state. */
    String part() {
        return inputOf == null ? " in the result" : "";
    }

    /** Returns the frame that there would be if the state had only this entry. */
    Frame asOf(Entry entry) {
        return new Frame(inputOf == null ? input : inputOf.apply(entry), entry.variables(), entry.context(), inputOf);
    }
}
