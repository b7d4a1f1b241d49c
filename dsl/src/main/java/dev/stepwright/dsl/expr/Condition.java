package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Operators;
import dev.stepwright.dsl.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule of a Choice state asks: an expression whose value is true or false. Operators of {@link View} make one.
 *
 * @param <I> what the state's input must be
 */
public final class Condition<I> {
    private final Tree tree;

    Condition(Tree tree) {
        this.tree = tree;
    }

    /** Returns a condition that a tree describes. For generated code; the caller answers for the types. */
    public static <I> Condition<I> ofTree(Tree tree) {
        return new Condition<>(tree);
    }

    /** Returns whether both conditions hold; the second is not asked if the first does not. */
    public Condition<I> and(Condition<? super I> other) {
        return new Condition<>(join(Operators.Connective.AND, other.tree));
    }

    /** Returns whether one of the conditions holds; the second is not asked if the first does. */
    public Condition<I> or(Condition<? super I> other) {
        return new Condition<>(join(Operators.Connective.OR, other.tree));
    }

    /** A chain of the same word is one list. */
    private Tree join(Operators.Connective connective, Tree other) {
        List<Tree> parts = new ArrayList<>();
        if (tree instanceof Tree.Logic logic && logic.connective() == connective) {
            parts.addAll(logic.parts());
        } else {
            parts.add(tree);
        }
        parts.add(other);
        return new Tree.Logic(connective, parts);
    }

    /** Returns whether the condition does not hold. */
    public Condition<I> negate() {
        return new Condition<>(new Tree.Not(tree));
    }

    /** Returns the condition with a comment: that of the rule, or with JSONPath of the part of a rule. */
    public Condition<I> comment(String comment) {
        return new Condition<>(new Tree.Commented(tree, comment));
    }

    /** Returns the condition without its types, for renderings. */
    public Tree tree() {
        return tree;
    }

    /** Returns the condition as JSONata. */
    @Override
    public String toString() {
        return JsonataText.of(tree);
    }
}
