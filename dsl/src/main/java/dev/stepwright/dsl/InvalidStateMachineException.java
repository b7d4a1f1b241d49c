package dev.stepwright.dsl;

import java.util.List;
import java.util.stream.Collectors;

/** A state machine that the compiler could not refuse, but that is none. Its message lists all that is wrong with it. */
public final class InvalidStateMachineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    InvalidStateMachineException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem + (problem.place.isEmpty() ? "" : "\n    at " + problem.place))
                .collect(Collectors.joining(
                        "\n  ",
                        problems.size() == 1
                                ? "the state machine has a problem:\n  "
                                : "the state machine has " + problems.size() + " problems:\n  ",
                        "")));
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in the order of the states. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param state the name of the state; empty if it is the whole machine
     * @param problem what is wrong
     * @param fix what to do; empty if the problem says it
     * @param place the line that names the state, as a stack trace has it; empty if it is the whole machine, or nobody named it
     */
    public record Problem(String state, String problem, String fix, String place) {
        /** Returns where, what and how to fix it, on one line and without the place in the source. */
        @Override
        public String toString() {
            return (state.isEmpty() ? "" : "state \"" + state + "\": ") + problem + (fix.isEmpty() ? "" : "; " + fix);
        }
    }
}
