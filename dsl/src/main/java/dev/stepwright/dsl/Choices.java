package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Condition;
import java.util.List;

/** The part of {@link Dsl} that makes Choice states. */
public abstract class Choices extends Entries {
    Choices() {}

    /**
     * Returns a Choice state, to be given rules: {@code choice(name).when(condition, flow).otherwise(flow)}. Control takes the first rule,
     * in their order, whose condition holds.
     *
     * @see <a href="https://states-language.net/spec.html#choice-state">ASL: Choice State</a>
     */
    public static Choice choice(String name) {
        return new Choice(ChoiceRules.of(name));
    }

    /** Returns a rule of a Choice state whose branches rejoin. */
    public static <I, O> When<I, O> when(Condition<? super I> condition, Branch<? super I, ? extends O> branch) {
        return new When<>(new StateNode.Rule(condition.tree(), branch.node()));
    }

    /** Returns what comes if no rule of a Choice state holds. */
    public static <I, O> Otherwise<I, O> otherwise(Branch<? super I, ? extends O> branch) {
        return new Otherwise<>(branch.node());
    }

    /** A rule of a Choice state. */
    @SuppressWarnings("UnusedTypeParameter")
    public static final class When<I, O> {
        private final StateNode.Rule rule;

        private When(StateNode.Rule rule) {
            this.rule = rule;
        }
    }

    /** What comes if no rule of a Choice state holds. */
    @SuppressWarnings("UnusedTypeParameter")
    public static final class Otherwise<I, O> {
        private final Node branch;

        private Otherwise(Node branch) {
            this.branch = branch;
        }
    }

    private static <I, O> ChoiceStep<I, O> choice(String name, Otherwise<I, O> otherwise, List<When<I, O>> rules) {
        return new ChoiceStep<>(new StateNode.Choice(
                StateName.of(name),
                rules.stream().map(when -> when.rule).toList(),
                otherwise.branch,
                StateNode.Extras.NONE));
    }

    /** Returns a Choice state of one rule; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(String name, When<I, O> rule1, Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1));
    }

    /** Returns a Choice state of two rules; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(
            String name, When<I, O> rule1, When<I, O> rule2, Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1, rule2));
    }

    /** Returns a Choice state of three rules; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(
            String name, When<I, O> rule1, When<I, O> rule2, When<I, O> rule3, Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1, rule2, rule3));
    }

    /** Returns a Choice state of four rules; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(
            String name,
            When<I, O> rule1,
            When<I, O> rule2,
            When<I, O> rule3,
            When<I, O> rule4,
            Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1, rule2, rule3, rule4));
    }

    /** Returns a Choice state of five rules; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(
            String name,
            When<I, O> rule1,
            When<I, O> rule2,
            When<I, O> rule3,
            When<I, O> rule4,
            When<I, O> rule5,
            Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1, rule2, rule3, rule4, rule5));
    }

    /** Returns a Choice state of six rules; it gives the type that all branches share. */
    public static <I, O> ChoiceStep<I, O> choice(
            String name,
            When<I, O> rule1,
            When<I, O> rule2,
            When<I, O> rule3,
            When<I, O> rule4,
            When<I, O> rule5,
            When<I, O> rule6,
            Otherwise<I, O> otherwise) {
        return choice(name, otherwise, List.of(rule1, rule2, rule3, rule4, rule5, rule6));
    }
}
