package dev.stepwright.dsl;

import dev.stepwright.dsl.InvalidStateMachineException.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with a machine, so that one exception can say it all. */
final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, StateName> names = new HashMap<>();

    /** Takes note of a state of the machine, so that its problems can be found in the source. */
    void name(StateName name) {
        names.putIfAbsent(name.text(), name);
    }

    void add(String state, String problem, String fix) {
        add(names.getOrDefault(state, StateName.made(state)), problem, fix);
    }

    void add(StateName state, String problem, String fix) {
        problems.add(new Problem(state.text(), problem, fix, state.line()));
    }

    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw exception();
        }
    }

    InvalidStateMachineException exception() {
        return new InvalidStateMachineException(List.copyOf(problems));
    }
}
