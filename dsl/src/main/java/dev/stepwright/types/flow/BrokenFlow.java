package dev.stepwright.types.flow;

import dev.stepwright.expression.TemplateKey;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.FlowGraph;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Successors;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A broken state: whatever follows it, or is inside it, may get anything, and any variable may have been assigned. */
final class BrokenFlow {
    private BrokenFlow() {}

    /**
     * Hands on that nothing is known.
     *
     * @param variables all that any state assigns
     */
    static void of(Visit visit, Set<String> variables) {
        Map<String, Variable> any =
                new LinkedHashMap<>(visit.entry().variables().byName());
        any.replaceAll((name, variable) -> new Variable(Value.ANY, Presence.OPTIONAL));
        variables.forEach(name -> any.put(name, new Variable(Value.ANY, Presence.OPTIONAL)));
        Variables assigned = new Variables(any);
        StateNode node = visit.node();
        for (StateNode next : Successors.all(node)) {
            visit.go("Next", Optional.of(next.name()), Value.ANY, assigned);
        }
        visit.end(Value.ANY);
        node.inner().forEach(inner -> visit.start(inner, new Entry(Value.ANY, assigned, Value.ANY)));
    }

    /** Returns the names of all variables that a machine assigns anywhere. */
    static Set<String> variables(FlowGraph graph) {
        Set<String> names = new LinkedHashSet<>();
        for (StateNode node : graph.nodes()) {
            JsonNode state = node.state().json();
            Stream.of(
                            Stream.of(state),
                            state.path("Choices").valueStream(),
                            state.path("Catch").valueStream())
                    .flatMap(holders -> holders)
                    .flatMap(holder -> holder.path("Assign").propertyNames().stream())
                    .map(member -> TemplateKey.of(member).name())
                    .forEach(names::add);
        }
        return names;
    }
}
