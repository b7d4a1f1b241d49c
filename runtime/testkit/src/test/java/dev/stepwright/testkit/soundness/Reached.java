package dev.stepwright.testkit.soundness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The states of a scope that something leads to. */
final class Reached {
    private static final List<String> TARGETS = List.of("Next", "Default");

    private Reached() {}

    /** Leaves out all others, in the scopes inside as well. */
    static void keep(ObjectNode scope) {
        if (!(scope.path("States") instanceof ObjectNode states)) {
            return;
        }
        Set<String> reached = reached(scope.path("StartAt").asString(""), states);
        List.copyOf(states.propertyNames()).stream()
                .filter(name -> !reached.contains(name))
                .forEach(states::remove);
        for (JsonNode state : states) {
            state.path("Branches").forEach(branch -> keep((ObjectNode) branch));
            if (state.path("ItemProcessor") instanceof ObjectNode processor) {
                keep(processor);
            }
        }
    }

    private static Set<String> reached(String start, ObjectNode states) {
        Set<String> reached = new HashSet<>(Set.of(start));
        List<String> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            for (String target : targets(states.path(open.remove(0)))) {
                if (reached.add(target)) {
                    open.add(target);
                }
            }
        }
        return reached;
    }

    /** Returns the names of the states that a state leads to. */
    static List<String> targets(JsonNode state) {
        List<JsonNode> holders = new ArrayList<>(List.of(state));
        state.path("Choices").forEach(holders::add);
        state.path("Catch").forEach(holders::add);
        return holders.stream()
                .flatMap(holder ->
                        TARGETS.stream().map(field -> holder.path(field).asString("")))
                .filter(target -> !target.isEmpty())
                .toList();
    }
}
