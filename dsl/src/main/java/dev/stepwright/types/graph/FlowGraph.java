package dev.stepwright.types.graph;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All states of a machine in all its scopes, numbered so that most states come after the states before them. */
public final class FlowGraph {
    private final List<StateNode> nodes = new ArrayList<>();
    private final ScopeNode machine;

    private FlowGraph(StateMachineDefinition definition) {
        machine = scope(definition, definition.queryLanguage(), null);
        number(machine);
    }

    public static FlowGraph of(StateMachineDefinition definition) {
        return new FlowGraph(definition);
    }

    public ScopeNode machine() {
        return machine;
    }

    /** Returns the states by their numbers: a state before those inside it, and before those that follow it. */
    public List<StateNode> nodes() {
        return nodes;
    }

    private static ScopeNode scope(StateMachineDefinition machine, QueryLanguage language, @Nullable StateNode owner) {
        ScopeNode scope = new ScopeNode(machine, language, owner);
        machine.states().forEach((name, state) -> {
            StateNode node = new StateNode(state, scope);
            scope.states().put(name, node);
            state.subMachines().forEach(inner -> node.inner().add(scope(inner, language, node)));
        });
        return scope;
    }

    private void number(ScopeNode scope) {
        StateNode start = scope.start();
        List<StateNode> starts = start == null ? List.of() : List.of(start);
        for (StateNode node : ReverseOrder.from(starts, Successors::all)) {
            node.number(nodes.size());
            nodes.add(node);
            node.inner().forEach(this::number);
        }
    }
}
