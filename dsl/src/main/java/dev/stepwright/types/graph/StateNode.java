package dev.stepwright.types.graph;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** A state in the graph, with what is known so far about its input. */
public final class StateNode {
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

    public State state() {
        return state;
    }

    public String name() {
        return state.name();
    }

    public JsonPointer pointer() {
        return state.pointer();
    }

    public ScopeNode scope() {
        return scope;
    }

    /** Returns the branches of a Parallel or the item processor of a Map. */
    public List<ScopeNode> inner() {
        return inner;
    }

    public QueryLanguage language() {
        return state.queryLanguage(scope.language());
    }

    /** Returns what the state starts with; null while nothing reaches it. */
    @Nullable
    public Entry entry() {
        return entry;
    }

    /** Returns the ways into the state and what comes in by each. */
    Map<Edge, Entry> ways() {
        return ways;
    }

    public int order() {
        return order;
    }

    void number(int position) {
        order = position;
    }

    /** Takes what comes in by a way; returns whether that is news. */
    public boolean take(Edge way, Entry incoming) {
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
            joined = joined.settled(entry);
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
