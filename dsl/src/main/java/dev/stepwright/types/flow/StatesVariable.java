package dev.stepwright.types.flow;

import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variable {@code $states} of JSONata, made from what a state starts with and what came of its work.
 *
 * @param entry what the state starts with
 * @param context the Context Object; that of the entry, or the one with an item of a Map in it
 * @param more its members beside input and context
 */
record StatesVariable(Entry entry, Value context, Map<String, Value> more) {
    static StatesVariable ofInput(Entry entry) {
        return new StatesVariable(entry, entry.context(), Map.of());
    }

    StatesVariable with(String name, Value value) {
        return new StatesVariable(entry, context, Map.of(name, value));
    }

    StatesVariable withContext(Value changed) {
        return new StatesVariable(entry, changed, more);
    }

    /** Returns the same for another entry of the state. */
    StatesVariable asOf(Entry other) {
        return new StatesVariable(other, context, more);
    }

    Value value() {
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("input", entry.input());
        members.put("context", context);
        members.putAll(more);
        return Value.object(members);
    }
}
