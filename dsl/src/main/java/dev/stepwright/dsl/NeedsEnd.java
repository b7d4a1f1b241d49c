package dev.stepwright.dsl;

/**
 * A state machine that has no end yet: it needs {@code end()}, or a last flow that nothing can follow.
 *
 * @param <I> the type of the machine's input
 * @param <O> the type of the output so far
 */
public final class NeedsEnd<I, O> {
    private final Step<I, O> states;

    NeedsEnd(Step<I, O> states) {
        this.states = states;
    }

    /** Goes on with another step. */
    public <P> NeedsEnd<I, P> then(Step<? super O, P> next) {
        return new NeedsEnd<>(states.then(next));
    }

    /**
     * Ends with a flow that nothing can follow, such as {@code succeed}, {@code fail}, {@code goTo}.
     *
     * @throws InvalidStateMachineException if the machine has faults that the compiler cannot see
     */
    public <R> StateMachine<I, R> then(Terminal<? super O, R> last) {
        return StateMachine.of(Node.sequence(states.node(), last.node()));
    }

    /**
     * Ends the machine with the output of its last step.
     *
     * @throws InvalidStateMachineException if the machine has faults that the compiler cannot see
     */
    public StateMachine<I, O> end() {
        return StateMachine.of(states.node());
    }
}
