package dev.stepwright.dsl.items;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.json.JavaValues;
import org.jspecify.annotations.Nullable;

/**
 * How items are put together to batches. It has at least one limit.
 *
 * @param <I> the type of the state's input
 * @param <B> the type of what every batch is given beside its items
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html">AWS: ItemBatcher</a>
 */
public final class Batches<I, B> {
    private final @Nullable Tree items;
    private final @Nullable Tree bytes;
    private final @Nullable Tree input;

    private Batches(@Nullable Tree items, @Nullable Tree bytes, @Nullable Tree input) {
        this.items = items;
        this.bytes = bytes;
        this.input = input;
    }

    /** Makes batches of so many items at most. */
    public static Batches<Object, Void> ofItems(int items) {
        return new Batches<>(atLeastOne("items", items), null, null);
    }

    /** Makes batches of so many items at most, a number that is read when the state is entered. */
    public static <I> Batches<I, Void> ofItems(Numeric<I, ?> items) {
        return new Batches<>(items.tree(), null, null);
    }

    /** Makes batches of so many bytes at most, 262,144 or less. */
    public static Batches<Object, Void> ofBytes(int bytes) {
        return new Batches<>(null, atLeastOne("bytes", bytes), null);
    }

    /** Makes batches of so many bytes at most, a number that is read when the state is entered. */
    public static <I> Batches<I, Void> ofBytes(Numeric<I, ?> bytes) {
        return new Batches<>(null, bytes.tree(), null);
    }

    /** Sets that a batch has so many bytes at most, too. */
    public Batches<I, B> maxBytes(int most) {
        return new Batches<>(items, atLeastOne("bytes", most), input);
    }

    /** Sets that a batch has so many bytes at most, too, a number that is read when the state is entered. */
    public Batches<I, B> maxBytes(Numeric<? super I, ?> most) {
        return new Batches<>(items, most.tree(), input);
    }

    /** Gives something to every batch, made of the state's input. */
    public <J extends I, C> Batches<J, C> input(Expr<? super J, Object, C> value) {
        return new Batches<>(items, bytes, value.tree());
    }

    private static Tree atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    "the limit of " + what + " in a batch must be 1 or more, found " + number);
        }
        return new Tree.Literal(JavaValues.toJson(number), Integer.class);
    }

    /** Returns how many items a batch has at most; null if that is not limited. */
    public @Nullable Tree items() {
        return items;
    }

    /** Returns how many bytes a batch has at most; null if that is not limited. */
    public @Nullable Tree bytes() {
        return bytes;
    }

    /** Returns what every batch is given; null if nothing is. */
    public @Nullable Tree input() {
        return input;
    }
}
