package dev.stepwright.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Returns the states of one scope in their order; moves that name states of other scopes do nothing here. */
    List<Scope.Linked> of(List<Scope.Linked> reached) {
        List<Scope.Linked> order = new ArrayList<>(reached);
        for (Move move : moves) {
            List<Scope.Linked> moved = new ArrayList<>();
            move.states.forEach(name -> order.stream()
                    .filter(state -> state.state().name().equals(name))
                    .findFirst()
                    .ifPresent(moved::add));
            if (!moved.isEmpty()) {
                order.removeAll(moved);
                order.addAll(move.after == null ? 0 : indexOf(move.after, order) + 1, moved);
            }
        }
        return List.copyOf(order);
    }

    private static int indexOf(String name, List<Scope.Linked> states) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).state().name().equals(name)) {
                return i;
            }
        }
        return states.size() - 1;
    }

    /** Reports names that no state has. */
    void check(Scope machine, Problems problems) {
        Set<String> names = new HashSet<>();
        addNames(machine, names);
        for (Move move : moves) {
            List<String> named = new ArrayList<>(move.states);
            if (move.after != null) {
                named.add(move.after);
            }
            named.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> problems.add(
                            "",
                            "the order of the states names '" + name + "', and no state has that name",
                            "rename it there"));
        }
    }

    private static void addNames(Scope scope, Set<String> names) {
        for (Scope.Linked state : scope.states()) {
            names.add(state.state().name());
            state.inner().forEach(inner -> addNames(inner, names));
        }
    }
}
