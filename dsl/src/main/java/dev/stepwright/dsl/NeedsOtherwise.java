package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;

/**
 * A Choice state whose branches rejoin and go on with an O. It is no step yet: it needs {@code otherwise}, or {@code noDefault}.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class NeedsOtherwise<I, O> {
    private final ChoiceRules rules;

    NeedsOtherwise(ChoiceRules rules) {
        this.rules = rules;
    }

    /** Adds a rule. */
    public NeedsOtherwise<I, O> when(Condition<? super I> condition, Branch<? super I, ? extends O> branch) {
        return new NeedsOtherwise<>(rules.plus(condition, branch));
    }

    /** Says what comes if no rule holds. */
    public Step<I, O> otherwise(Branch<? super I, ? extends O> branch) {
        return new OpenFlow<>(rules.otherwise(branch));
    }

    /** Leaves the default away: if no rule holds, the state fails with {@code States.NoChoiceMatched}. */
    public Step<I, O> noDefault() {
        return new OpenFlow<>(rules.otherwise(null));
    }
}
