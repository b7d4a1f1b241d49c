package dev.stepwright.dsl;

/**
 * A typed reference to a state that takes an I: for loops, shared targets and early ends. {@link Dsl#label} makes one,
 * {@link #at} puts it on a state, {@link Dsl#goTo} jumps to that state.
 *
 * @param <I> what the state takes
 */
public final class StateRef<I> {
    private final String name;

    StateRef(String name) {
        this.name = name;
    }

    /** Puts the label on the first state of a step. */
    public <O> Step<I, O> at(Step<? super I, O> step) {
        return new OpenFlow<>(new Node.Labelled(this, step.node()));
    }

    /** Puts the label on the first state of a closed flow. */
    public <R> Terminal<I, R> at(Terminal<? super I, R> flow) {
        return new ClosedFlow<>(new Node.Labelled(this, flow.node()));
    }

    /** Puts the label on the first state of a flow that never comes back. */
    public <X> Halt<I, X> at(Halt<? super I, X> flow) {
        return new HaltingFlow<>(new Node.Labelled(this, flow.node()));
    }

    /** Returns the name of the label, for messages. */
    @Override
    public String toString() {
        return name;
    }
}
