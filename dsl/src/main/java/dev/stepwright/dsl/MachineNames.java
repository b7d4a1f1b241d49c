package dev.stepwright.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be one in a whole machine, whatever the scope: the names of states, and the places of labels. */
final class MachineNames {
    private static final int LONGEST = 80;

    private final Map<String, StateNode> states = new HashMap<>();
    private final Set<StateRef<?>> labels = new HashSet<>();
    private final List<Jump> unbound = new ArrayList<>();
    private final Problems problems;

    MachineNames(Problems problems) {
        this.problems = problems;
    }

    private record Jump(String from, StateRef<?> label) {}

    void state(StateNode state) {
        String name = state.name();
        problems.name(state.id());
        StateNode known = states.putIfAbsent(name, state);
        if (known == state) {
            problems.add(
                    name,
                    "it is in two scopes, but a branch or a Map's processor cannot share states with other scopes",
                    "create a state with its own name for each");
        } else if (known != null) { // flows are read from their ends, so the known one stands further down
            problems.add(
                    known.id(), "two states have this name", "names must be unique in the whole machine: rename one");
        }
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST) {
            problems.add(name, "a state's name must have 1 to " + LONGEST + " characters", "rename it");
        }
    }

    /** Returns a name for a state that nobody named. */
    String free(String wanted) {
        String name = wanted;
        for (int i = 2; states.containsKey(name); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    void bound(StateRef<?> label) {
        labels.add(label);
    }

    void unbound(String from, StateRef<?> label) {
        unbound.add(new Jump(from, label));
    }

    /** Reports jumps to labels that their scope does not have; when all scopes are linked. */
    void reportUnbound() {
        for (Jump jump : unbound) {
            if (labels.contains(jump.label)) {
                problems.add(
                        jump.from,
                        "goTo(" + jump.label
                                + ") leaves or enters a branch of a Parallel state or the processor of a Map"
                                + " state",
                        "jump within one scope only; to end a branch early, end it there and decide after the state");
            } else {
                problems.add(
                        jump.from,
                        "goTo(" + jump.label + ") leads nowhere: no state has that label",
                        "put it on the state with " + jump.label + ".at(...)");
            }
        }
    }
}
