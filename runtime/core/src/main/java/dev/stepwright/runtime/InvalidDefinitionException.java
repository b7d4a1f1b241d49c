package dev.stepwright.runtime;

import dev.stepwright.runtime.planning.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A definition cannot be run. Tells everything that is wrong with it. */
public final class InvalidDefinitionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidDefinitionException(String name, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", "the definition \"" + name + "\" cannot be run:", "")));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, each with its place, in the order of the definition. */
    public List<Problem> problems() {
        return problems;
    }
}
