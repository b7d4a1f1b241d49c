package dev.stepwright.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where states stand in {@code States} if not in the order in which control reaches them. */
record StateOrder(List<Move> moves) {
    static final StateOrder AS_REACHED = new StateOrder(List.of());

    /**
     * States that stand behind another one.
     *
     * @param after the state before them; null if they are the first
     */
    record Move(@Nullable String after, List<String> states) {}

    StateOrder plus(@Nullable String after, List<String> states) {
        List<Move> more = new ArrayList<>(moves);
        more.add(new Move(after, List.copyOf(states)));
        return new StateOrder(List.copyOf(more));
    }

    /** Puts the states of a machine and of the machines within it in order. */
    void apply(ObjectNode machine, Problems problems) {
        if (moves.isEmpty()) {
            return;
        }
        List<ObjectNode> scopes = new ArrayList<>();
        addScopes(machine, scopes);
        Set<String> names = new HashSet<>();
        for (ObjectNode states : scopes) {
            names.addAll(states.propertyNames());
            order(states);
        }
        for (Move move : moves) {
            Stream.concat(move.states.stream(), Stream.ofNullable(move.after))
                    .filter(name -> !names.contains(name))
                    .forEach(name -> problems.add(
                            "",
                            "the order of the states names \"" + name + "\", but no state has that name",
                            "correct the name there"));
        }
    }

    private static void addScopes(JsonNode value, List<ObjectNode> scopes) {
        if (value.path("States") instanceof ObjectNode states) {
            scopes.add(states);
            for (JsonNode state : states) {
                state.path("Branches").forEach(branch -> addScopes(branch, scopes));
                addScopes(state.path("ItemProcessor"), scopes);
                addScopes(state.path("Iterator"), scopes);
            }
        }
    }

    private void order(ObjectNode states) {
        List<String> names = new ArrayList<>(states.propertyNames());
        for (Move move : moves) {
            List<String> moved = move.states.stream().filter(names::contains).toList();
            if (!moved.isEmpty()) {
                names.removeAll(moved);
                names.addAll(move.after == null ? 0 : names.indexOf(move.after) + 1, moved);
            }
        }
        names.forEach(name -> states.set(name, states.remove(name)));
    }
}
