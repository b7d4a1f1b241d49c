package dev.stepwright.runtime.plan;

import dev.stepwright.runtime.history.StateKind;

/** A state, compiled. */
public sealed interface Step permits Sequential, ChoiceStep, SucceedStep, FailStep {
    /** Returns the state's name, unique in the machine. */
    String name();

    StateKind kind();

    /** Calls the visitor's method for this kind of state. */
    <A, R> R accept(StepVisitor<A, R> visitor, A argument);
}
