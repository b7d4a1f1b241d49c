package dev.stepwright.runtime.plan;

import java.util.List;

/** The states of one scope: of the machine, of a branch, of an item processor. States are known by their index. */
public final class ScopePlan {
    /** The index that stands for the end of the scope. */
    public static final int END = -1;

    private final Step[] steps;
    private final int start;

    /**
     * Returns the plan of a scope.
     *
     * @param start the index of the first state
     */
    public ScopePlan(List<Step> steps, int start) {
        this.steps = steps.toArray(Step[]::new);
        this.start = start;
    }

    /** Returns the first state. */
    public Step start() {
        return steps[start];
    }

    /** Returns a state by its index. */
    public Step step(int index) {
        return steps[index];
    }

    /** Returns the index of one of its states. */
    @SuppressWarnings("ReferenceEquality") // each state is one object
    public int indexOf(Step step) {
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == step) {
                return i;
            }
        }
        throw new IllegalArgumentException("\"" + step.name() + "\" is no state of this scope");
    }
}
