package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;
import java.time.Instant;

/**
 * A point in time, as RFC 3339 text in the JSON.
 *
 * @param <I> what the state's input must be
 */
public final class Timestamp<I> extends View<I, Instant> {
    private Timestamp(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a point in time. For generated code; the caller answers for the types. */
    public static <I> Timestamp<I> of(Tree tree) {
        return new Timestamp<>(tree);
    }

    /** Returns whether this time is earlier than another. */
    public Condition<I> before(Instant other) {
        return compare(Relation.LESS, Tree.Literal.of(other));
    }

    /** Returns whether this time is earlier than another. */
    public Condition<I> before(Timestamp<? super I> other) {
        return compare(Relation.LESS, other.tree());
    }

    /** Returns whether this time is later than another. */
    public Condition<I> after(Instant other) {
        return compare(Relation.GREATER, Tree.Literal.of(other));
    }

    /** Returns whether this time is later than another. */
    public Condition<I> after(Timestamp<? super I> other) {
        return compare(Relation.GREATER, other.tree());
    }

    /** Returns whether both are the same instant, whatever their offsets. */
    public Condition<I> equalTo(Instant other) {
        return compare(Relation.EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether both are the same instant, whatever their offsets. */
    public Condition<I> equalTo(Timestamp<? super I> other) {
        return compare(Relation.EQUAL, other.tree());
    }

    /** Returns whether this time is earlier than another or the same instant. */
    public Condition<I> notAfter(Instant other) {
        return compare(Relation.LESS_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this time is earlier than another or the same instant. */
    public Condition<I> notAfter(Timestamp<? super I> other) {
        return compare(Relation.LESS_OR_EQUAL, other.tree());
    }

    /** Returns whether this time is later than another or the same instant. */
    public Condition<I> notBefore(Instant other) {
        return compare(Relation.GREATER_OR_EQUAL, Tree.Literal.of(other));
    }

    /** Returns whether this time is later than another or the same instant. */
    public Condition<I> notBefore(Timestamp<? super I> other) {
        return compare(Relation.GREATER_OR_EQUAL, other.tree());
    }

    private Condition<I> compare(Relation relation, Tree other) {
        return new Condition<>(new Tree.Comparison(Compared.TIMESTAMP, relation, tree(), other));
    }
}
