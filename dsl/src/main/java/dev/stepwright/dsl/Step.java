package dev.stepwright.dsl;

/**
 * An open flow: one state or a chain of states that something may follow.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public sealed interface Step<I, O> extends Branch<I, O>
        permits OpenFlow, WithCatch, PassStep, WaitStep, RawStep, ChoiceStep {
    /** Goes on with another step. */
    default <P> Step<I, P> then(Step<? super O, P> next) {
        return new OpenFlow<>(Node.sequence(node(), next.node()));
    }

    /** Ends with a flow that nothing can follow. */
    default <R> Terminal<I, R> then(Terminal<? super O, R> last) {
        return new ClosedFlow<>(Node.sequence(node(), last.node()));
    }

    /** Ends with a flow that never comes back; so the whole never comes back. */
    default <X> Halt<I, X> then(Halt<? super O, X> last) {
        return new HaltingFlow<>(Node.sequence(node(), last.node()));
    }

    /** Ends the machine, or the enclosing branch, with the output of this step: its last state gets {@code "End": true}. */
    default Terminal<I, O> end() {
        return new ClosedFlow<>(node());
    }
}
