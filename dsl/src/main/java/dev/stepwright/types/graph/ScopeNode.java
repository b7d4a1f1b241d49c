package dev.stepwright.types.graph;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.lattice.Widening;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A machine, branch or item processor in the graph, with what is known so far about its output. */
public final class ScopeNode {
    private final StateMachineDefinition machine;
    private final QueryLanguage language;
    private final @Nullable StateNode owner;
    private final Map<String, StateNode> states = new LinkedHashMap<>();
    private Value output = Value.NEVER;

    /**
     * @param language of the whole machine, which a state has that names none
     * @param owner the Parallel or Map around it; null for the machine itself
     */
    ScopeNode(StateMachineDefinition machine, QueryLanguage language, @Nullable StateNode owner) {
        this.machine = machine;
        this.language = language;
        this.owner = owner;
    }

    QueryLanguage language() {
        return language;
    }

    @Nullable
    public StateNode owner() {
        return owner;
    }

    public Map<String, StateNode> states() {
        return states;
    }

    @Nullable
    public StateNode start() {
        return machine.startAt().map(states::get).orElse(null);
    }

    /** Returns the name of the state it starts with; empty if it names none. */
    public String firstState() {
        return machine.startAt().orElse("");
    }

    /** Returns what the ends of the scope give; never anything while no end is reached. */
    public Value output() {
        return output;
    }

    /** Takes what an end gives; returns whether that is news. */
    public boolean end(Value value) {
        Value joined = Widening.limit(output.join(value));
        boolean news = !joined.equals(output);
        output = joined;
        return news;
    }
}
