package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;

/**
 * A Choice state without rules yet, whose branches all give an O.
 *
 * @param <O> the common type
 */
public final class ChoiceReturning<O> {
    private final ChoiceRules rules;

    ChoiceReturning(ChoiceRules rules) {
        this.rules = rules;
    }

    /** Adds a rule; the branches rejoin and go on with an O. */
    public <I> NeedsOtherwise<I, O> when(Condition<I> condition, Branch<? super I, ? extends O> branch) {
        return new NeedsOtherwise<>(rules.plus(condition, branch));
    }

    /** Adds a rule; the branches all end with an O. */
    public <I> NeedsOtherwiseEnd<I, O> when(Condition<I> condition, Terminal<? super I, ? extends O> branch) {
        return new NeedsOtherwiseEnd<>(rules.plus(condition, branch));
    }

    /** Adds a rule whose branch never comes back; the branches rejoin and go on with an O. */
    public <I, X extends O> NeedsOtherwise<I, O> when(Condition<I> condition, Halt<? super I, X> branch) {
        return new NeedsOtherwise<>(rules.plus(condition, branch));
    }
}
