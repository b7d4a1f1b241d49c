package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;

/**
 * A number, with the operators of one. Arithmetic is JSONata; JSONPath has sums of whole
 * numbers, {@code States.MathAdd}.
 *
 * @param <I> what the state's input must be
 * @param <N> the number's Java type
 */
public final class Numeric<I, N extends Number> extends View<I, N> {
    private Numeric(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a number. For generated code; the caller answers for the types. */
    public static <I, N extends Number> Numeric<I, N> of(Tree tree) {
        return new Numeric<>(tree);
    }

    /** Returns whether both numbers have the same value; 1 and 1.0 have. */
    public Condition<I> equalTo(Number other) {
        return compare(Relation.EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether both numbers have the same value; 1 and 1.0 have. */
    public Condition<I> equalTo(Numeric<? super I, ?> other) {
        return compare(Relation.EQUAL, other.tree());
    }

    /** Returns whether this number is greater than another. */
    public Condition<I> greaterThan(Number other) {
        return compare(Relation.GREATER, Tree.Literal.of(other));
    }

    /** Returns whether this number is greater than another. */
    public Condition<I> greaterThan(Numeric<? super I, ?> other) {
        return compare(Relation.GREATER, other.tree());
    }

    /** Returns whether this number is another or greater. */
    public Condition<I> greaterThanOrEqualTo(Number other) {
        return compare(Relation.GREATER_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this number is another or greater. */
    public Condition<I> greaterThanOrEqualTo(Numeric<? super I, ?> other) {
        return compare(Relation.GREATER_OR_EQUAL, other.tree());
    }

    /** Returns whether this number is less than another. */
    public Condition<I> lessThan(Number other) {
        return compare(Relation.LESS, Tree.Literal.of(other));
    }

    /** Returns whether this number is less than another. */
    public Condition<I> lessThan(Numeric<? super I, ?> other) {
        return compare(Relation.LESS, other.tree());
    }

    /** Returns whether this number is another or less. */
    public Condition<I> lessThanOrEqualTo(Number other) {
        return compare(Relation.LESS_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this number is another or less. */
    public Condition<I> lessThanOrEqualTo(Numeric<? super I, ?> other) {
        return compare(Relation.LESS_OR_EQUAL, other.tree());
    }

    /** Returns the sum; in JSONPath of whole numbers only. */
    public Numeric<I, N> plus(Number other) {
        return calculate("+", Tree.Literal.of(other));
    }

    /** Returns the sum; in JSONPath of whole numbers only. */
    public Numeric<I, N> plus(Numeric<? super I, ?> other) {
        return calculate("+", other.tree());
    }

    /** Returns the difference; in JSONPath of whole numbers only. */
    public Numeric<I, N> minus(Number other) {
        return calculate("-", Tree.Literal.of(other));
    }

    /** Returns the difference. JSONata only. */
    public Numeric<I, N> minus(Numeric<? super I, ?> other) {
        return calculate("-", other.tree());
    }

    /** Returns the product. JSONata only. */
    public Numeric<I, N> times(Number other) {
        return calculate("*", Tree.Literal.of(other));
    }

    /** Returns the product. JSONata only. */
    public Numeric<I, N> times(Numeric<? super I, ?> other) {
        return calculate("*", other.tree());
    }

    /** Returns this number, or another one where it is missing. JSONata only. */
    public Numeric<I, N> orElse(N fallback) {
        return new Numeric<>(super.orElse((Object) fallback));
    }

    private Condition<I> compare(Relation relation, Tree other) {
        return new Condition<>(new Tree.Comparison(Compared.NUMERIC, relation, tree(), other));
    }

    private Numeric<I, N> calculate(String operator, Tree other) {
        return new Numeric<>(new Tree.Arithmetic(operator, tree(), other));
    }
}
