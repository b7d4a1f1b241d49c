package dev.stepwright.types.flow;

import dev.stepwright.types.graph.Edge;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.FlowGraph;
import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.jsonata.Texts;
import dev.stepwright.types.jsonpath.Expressions;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Recorder;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/** Looks at states until nothing new comes in anywhere, then once more at each to write down what is true of it. */
final class Fixpoint {
    private final FlowGraph graph;
    private final Outside outside;
    private final Recorder recorder = new Recorder();
    private final Expressions expressions = new Expressions();
    private final Texts jsonata = new Texts();
    private final BitSet waiting = new BitSet();
    private final Set<JsonPointer> broken;
    private final Set<JsonPointer> agreements;
    private final Set<String> variables;
    private int visits;

    /**
     * @param broken where states stand of which nothing is to be believed
     * @param agreements where states stand that ask about what a state before them has asked about
     */
    Fixpoint(FlowGraph graph, Outside outside, Set<JsonPointer> broken, Set<JsonPointer> agreements) {
        this.graph = graph;
        this.outside = outside;
        this.broken = broken;
        this.agreements = agreements;
        this.variables = broken.isEmpty() ? Set.of() : BrokenFlow.variables(graph);
    }

    void run() {
        StateNode start = graph.machine().start();
        if (start == null) {
            return;
        }
        enter(start, new Edge(null, "StartAt"), outside.entry());
        List<StateNode> nodes = graph.nodes();
        for (int next = waiting.nextSetBit(0); next >= 0; next = waiting.nextSetBit(0)) {
            waiting.clear(next);
            look(nodes.get(next));
        }
        recorder.start();
        nodes.forEach(this::look);
    }

    /** Returns how often states have been looked at: the work that all this was. */
    int visits() {
        return visits;
    }

    private void look(StateNode node) {
        Entry entry = node.entry();
        if (entry == null) {
            return;
        }
        visits++;
        Visit visit = new Visit(this, node, entry);
        if (broken.contains(node.pointer())) {
            BrokenFlow.of(visit, variables);
        } else {
            Transfer.of(visit);
        }
    }

    void enter(StateNode node, Edge way, Entry incoming) {
        if (!recorder.isRecording() && node.take(way, incoming)) {
            waiting.set(node.order());
        }
    }

    void end(ScopeNode scope, Value value) {
        StateNode owner = scope.owner();
        if (!recorder.isRecording() && scope.end(value) && owner != null) {
            waiting.set(owner.order());
        }
    }

    Set<JsonPointer> agreements() {
        return agreements;
    }

    Recorder recorder() {
        return recorder;
    }

    Expressions expressions() {
        return expressions;
    }

    Texts jsonata() {
        return jsonata;
    }

    Outside outside() {
        return outside;
    }
}
