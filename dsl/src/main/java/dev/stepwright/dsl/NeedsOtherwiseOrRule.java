package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;

/**
 * A Choice state whose branches so far never come back. It needs {@code otherwise}, before that there may be more rules.
 *
 * @param <I> the type of the input
 */
public final class NeedsOtherwiseOrRule<I> {
    private final ChoiceRules rules;

    NeedsOtherwiseOrRule(ChoiceRules rules) {
        this.rules = rules;
    }

    /** Adds a rule; the branches rejoin and go on with an O. */
    public <O> NeedsOtherwise<I, O> when(Condition<? super I> condition, Branch<? super I, O> branch) {
        return new NeedsOtherwise<>(rules.plus(condition, branch));
    }

    /** Adds a rule; the branches all end with an R. */
    public <R> NeedsOtherwiseEnd<I, R> when(Condition<? super I> condition, Terminal<? super I, R> branch) {
        return new NeedsOtherwiseEnd<>(rules.plus(condition, branch));
    }

    /** Adds a rule whose branch never comes back, either. */
    public <X> NeedsOtherwiseOrRule<I> when(Condition<? super I> condition, Halt<? super I, X> branch) {
        return new NeedsOtherwiseOrRule<>(rules.plus(condition, branch));
    }

    /** Says what comes if no rule holds; that goes on with an O. */
    public <O> Step<I, O> otherwise(Step<? super I, O> branch) {
        return new OpenFlow<>(rules.otherwise(branch));
    }

    /** Says what comes if no rule holds; that ends with an R. */
    public <R> Terminal<I, R> otherwise(Terminal<? super I, R> branch) {
        return new ClosedFlow<>(rules.otherwise(branch));
    }

    /** Says what comes if no rule holds; that never comes back, either. */
    public <X> Halt<I, X> otherwise(Halt<? super I, X> branch) {
        return new HaltingFlow<>(rules.otherwise(branch));
    }

    /** Leaves the default away: if no rule holds, the state fails with {@code States.NoChoiceMatched}. */
    public <X> Halt<I, X> noDefault() {
        return new HaltingFlow<>(rules.otherwise(null));
    }
}
