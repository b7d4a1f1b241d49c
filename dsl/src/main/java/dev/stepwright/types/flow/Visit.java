package dev.stepwright.types.flow;

import dev.stepwright.types.graph.Edge;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.jsonata.Texts;
import dev.stepwright.types.jsonpath.Expressions;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.lattice.Widening;
import dev.stepwright.types.report.Recorder;
import java.util.Optional;

/** One look at a state: what comes in, and where what goes out has to go. */
final class Visit {
    private final Fixpoint fixpoint;
    private final StateNode node;
    private final Entry entry;
    private final Value context;

    Visit(Fixpoint fixpoint, StateNode node, Entry entry) {
        this.fixpoint = fixpoint;
        this.node = node;
        this.context = entry.context();
        this.entry = new Entry(entry.input(), entry.variables(), ContextObject.seenBy(node.state(), entry.context()));
    }

    StateNode node() {
        return node;
    }

    Entry entry() {
        return entry;
    }

    Recorder recorder() {
        return fixpoint.recorder();
    }

    Expressions expressions() {
        return fixpoint.expressions();
    }

    Texts jsonata() {
        return fixpoint.jsonata();
    }

    Outside outside() {
        return fixpoint.outside();
    }

    /** Returns whether the state asks about what a state before it has asked about. */
    boolean agrees() {
        return fixpoint.agreements().contains(node.pointer());
    }

    /** Hands data on to the state of a name; nothing happens if there is no such state. */
    void go(String label, Optional<String> target, Value data, Variables variables) {
        target.map(node.scope().states()::get)
                .ifPresent(to ->
                        fixpoint.enter(to, new Edge(node, label), new Entry(Widening.limit(data), variables, context)));
    }

    /** Hands data on by {@code Next}, or out of the scope by {@code End}. */
    void leave(Value data, Variables variables) {
        go("Next", node.state().next(), data, variables);
        if (node.state().isEnd()) {
            end(data);
        }
    }

    /** Ends the scope. */
    void end(Value data) {
        if (node.scope().owner() == null) {
            recorder().handOn(node, data);
        }
        fixpoint.end(node.scope(), data);
    }

    /** Starts a scope inside the state. */
    void start(ScopeNode inner, Entry first) {
        StateNode start = inner.start();
        if (start != null) {
            fixpoint.enter(start, new Edge(null, "StartAt"), first);
        }
    }
}
