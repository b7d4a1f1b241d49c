package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;

/**
 * A truth value: JSON true or false.
 *
 * @param <I> what the state's input must be
 */
public final class Bool<I> extends View<I, Boolean> {
    private Bool(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a truth value. For generated code; the caller answers for the types. */
    public static <I> Bool<I> of(Tree tree) {
        return new Bool<>(tree);
    }

    /** Returns whether the value is true. A rule of a Choice takes this, not the value itself. */
    public Condition<I> isTrue() {
        return equalTo(Tree.Literal.of(true));
    }

    /** Returns whether the value is false. */
    public Condition<I> isFalse() {
        return equalTo(Tree.Literal.of(false));
    }

    /** Returns this value, or another one where it is missing. JSONata only. */
    public Bool<I> orElse(boolean fallback) {
        return new Bool<>(super.orElse((Object) fallback));
    }

    /** Returns whether both are true or both are false. */
    public Condition<I> equalTo(Bool<? super I> other) {
        return equalTo(other.tree());
    }

    private Condition<I> equalTo(Tree other) {
        return new Condition<>(new Tree.Comparison(Compared.BOOLEAN, Relation.EQUAL, tree(), other));
    }
}
