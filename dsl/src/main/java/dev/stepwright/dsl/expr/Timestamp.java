package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Function;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A point in time, as RFC 3339 text in the JSON.
 *
 * @param <I> what the state's input must be
 */
public final class Timestamp<I> extends View<I, Instant> {
    private static final int MILLIS = 1000;

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

    /** Returns the time that is so much later, in UTC and to the millisecond. JSONata only. */
    public Timestamp<I> plus(Duration duration) {
        return moved("+", Tree.Literal.of(duration.toMillis()));
    }

    /** Returns the time that is so many seconds later, in UTC and to the millisecond. JSONata only. */
    public Timestamp<I> plusSeconds(Numeric<? super I, ?> seconds) {
        return moved("+", new Tree.Arithmetic("*", seconds.tree(), Tree.Literal.of(MILLIS)));
    }

    /** Returns the time that is so much earlier, in UTC and to the millisecond. JSONata only. */
    public Timestamp<I> minus(Duration duration) {
        return moved("-", Tree.Literal.of(duration.toMillis()));
    }

    /** Returns how many whole seconds it is from this time to another, negative if that is earlier. JSONata only. */
    public Numeric<I, Long> secondsUntil(Timestamp<? super I> other) {
        Tree millis = new Tree.Arithmetic("-", other.millis(), millis());
        return Numeric.of(new Tree.Call(
                Function.FLOOR, Long.class, List.of(new Tree.Arithmetic("/", millis, Tree.Literal.of(MILLIS)))));
    }

    /**
     * Returns the time as a text, in UTC. JSONata only.
     *
     * @param picture of the XPath function {@code format-dateTime}, such as {@code [Y0001]-[M01]-[D01]}
     */
    public Text<I> format(String picture) {
        return Text.of(new Tree.Call(Function.FROM_MILLIS, String.class, List.of(millis(), Tree.Literal.of(picture))));
    }

    private Timestamp<I> moved(String operator, Tree millis) {
        return new Timestamp<>(new Tree.Call(
                Function.FROM_MILLIS, Instant.class, List.of(new Tree.Arithmetic(operator, millis(), millis))));
    }

    private Tree millis() {
        return new Tree.Call(Function.TO_MILLIS, Long.class, List.of(tree()));
    }

    private Condition<I> compare(Relation relation, Tree other) {
        return new Condition<>(new Tree.Comparison(Compared.TIMESTAMP, relation, tree(), other));
    }
}
