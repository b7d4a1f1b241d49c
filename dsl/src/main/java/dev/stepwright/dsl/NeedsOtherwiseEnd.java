package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;

/**
 * A Choice state whose branches all end the machine, or the enclosing branch, with an R. It needs {@code otherwise}, or
 * {@code noDefault}.
 *
 * @param <I> the type of the input
 * @param <R> the type of the result
 */
public final class NeedsOtherwiseEnd<I, R> {
    private final ChoiceRules rules;

    NeedsOtherwiseEnd(ChoiceRules rules) {
        this.rules = rules;
    }

    /** Adds a rule. */
    public NeedsOtherwiseEnd<I, R> when(Condition<? super I> condition, Terminal<? super I, ? extends R> branch) {
        return new NeedsOtherwiseEnd<>(rules.plus(condition, branch));
    }

    /** Says what comes if no rule holds. */
    public Terminal<I, R> otherwise(Terminal<? super I, ? extends R> branch) {
        return new ClosedFlow<>(rules.otherwise(branch));
    }

    /** Leaves the default away: if no rule holds, the state fails with {@code States.NoChoiceMatched}. */
    public Terminal<I, R> noDefault() {
        return new ClosedFlow<>(rules.otherwise(null));
    }
}
