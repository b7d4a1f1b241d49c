package dev.stepwright.dsl;

import dev.stepwright.dsl.InvalidStateMachineException.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a machine, so that one exception can say it all. */
final class Problems {
    private final Set<Problem> problems = new LinkedHashSet<>();

    void add(String state, String problem, String fix) {
        problems.add(new Problem(state, problem, fix));
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
