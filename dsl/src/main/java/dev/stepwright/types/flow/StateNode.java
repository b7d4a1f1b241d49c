package dev.stepwright.types.flow;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** A state in the graph, with what is known so far about its input. */
final class StateNode {
    private static final int MOST_CHANGES = 40;

    private final State state;
    private final ScopeNode scope;
    private final List<ScopeNode> inner = new ArrayList<>();
    private final Map<Edge, Entry> ways = new LinkedHashMap<>();
    private int order;
    private int changes;
    private @Nullable Entry entry;

    StateNode(State state, ScopeNode scope) {
        this.state = state;
        this.scope = scope;
    }

    State state() {
        return state;
    }

    String name() {
        return state.name();
    }

    JsonPointer pointer() {
        return state.pointer();
    }

    ScopeNode scope() {
        return scope;
    }

    /** Returns the branches of a Parallel or the item processor of a Map. */
    List<ScopeNode> inner() {
        return inner;
    }

    QueryLanguage language() {
        return state.queryLanguage(scope.language());
    }

    /** Returns what the state starts with; null while nothing reaches it. */
    @Nullable
    Entry entry() {
        return entry;
    }

    /** Returns the ways into the state and what comes in by each. */
    Map<Edge, Entry> ways() {
        return ways;
    }

    int order() {
        return order;
    }

    void number(int position) {
        order = position;
    }

    /** Takes what comes in by a way; returns whether that is news. */
    boolean take(Edge way, Entry incoming) {
        ways.put(way, incoming);
        if (entry == null) {
            entry = incoming;
            return true;
        }
        Entry joined = entry.join(incoming);
        if (joined.equals(entry)) {
            return false;
        }
        if (++changes > MOST_CHANGES) {
            joined = joined.withInput(Value.ANY);
            if (joined.equals(entry)) {
                return false;
            }
        }
        entry = joined;
        return true;
    }

    @Override
    public String toString() {
        return state.name();
    }
}
