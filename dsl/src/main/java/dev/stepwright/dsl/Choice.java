package dev.stepwright.dsl;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.dsl.expr.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state without rules yet: {@code choice(name).when(condition, flow)...otherwise(flow)}. The first rule decides what kind
 * of choice it is: one whose branches rejoin, or one whose branches all end the machine. Its condition also says what the state
 * takes; if that does not read the input, begin with {@link #given}.
 */
public final class Choice {
    private final ChoiceRules rules;

    Choice(ChoiceRules rules) {
        this.rules = rules;
    }

    /** Sets the {@code Comment} of the state: for readers, without effect. */
    public Choice comment(String comment) {
        return new Choice(rules.with(rules.extras().comment(comment)));
    }

    /** Sets a field of the state as it stands; see {@link WithCatch#with}. */
    public Choice with(String field, @Nullable Object value) {
        return new Choice(rules.with(rules.extras().with(field, value)));
    }

    /** Sets the query language of the state; without it, that of the machine. */
    public Choice queryLanguage(QueryLanguage language) {
        return new Choice(rules.with(rules.extras().language(language)));
    }

    /** Adds a rule; the branches rejoin and go on with an O. */
    public <I, O> NeedsOtherwise<I, O> when(Condition<I> condition, Branch<? super I, O> branch) {
        return new NeedsOtherwise<>(rules.plus(condition, branch));
    }

    /** Adds a rule; the branches all end with an R. */
    public <I, R> NeedsOtherwiseEnd<I, R> when(Condition<I> condition, Terminal<? super I, R> branch) {
        return new NeedsOtherwiseEnd<>(rules.plus(condition, branch));
    }

    /** Adds a rule whose branch never comes back; the next rule decides about the kind. */
    public <I, X> NeedsOtherwiseOrRule<I> when(Condition<I> condition, Halt<? super I, X> branch) {
        return new NeedsOtherwiseOrRule<>(rules.plus(condition, branch));
    }

    /** Names what the state takes, where the first condition reads a variable and not the input. */
    public <I> NeedsOtherwiseOrRule<I> given(Class<I> type) {
        return new NeedsOtherwiseOrRule<>(rules);
    }

    /** Like {@link #given(Class)}, for types such as {@code List<Order>}. */
    public <I> NeedsOtherwiseOrRule<I> given(TypeRef<I> type) {
        return new NeedsOtherwiseOrRule<>(rules);
    }

    /** Names the common type of branches that give different ones. */
    public <O> ChoiceReturning<O> returning(Class<O> type) {
        return new ChoiceReturning<>(rules);
    }

    /** Names the common type of branches that give different ones. */
    public <O> ChoiceReturning<O> returning(TypeRef<O> type) {
        return new ChoiceReturning<>(rules);
    }
}
