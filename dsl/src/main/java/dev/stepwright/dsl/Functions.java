package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Items;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Text;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.expr.Value;
import dev.stepwright.dsl.tree.Operators;
import dev.stepwright.dsl.tree.Tree;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The part of {@link Dsl} that has the functions of both query languages; those of one value are methods of it. */
public abstract class Functions {
    Functions() {}

    /** Returns a random UUID of version 4, a new one each time. */
    public static Text<Object> uuid() {
        return Text.of(new Tree.Call(Operators.Function.UUID, String.class, List.of()));
    }

    /**
     * Returns the time at which the expression is evaluated, in UTC. JSONata only; in JSONPath there is {@link
     * Context#stateEnteredTime()}.
     */
    public static Timestamp<Object> now() {
        return Timestamp.of(new Tree.Call(Operators.Function.NOW, Instant.class, List.of()));
    }

    /**
     * Returns a text with parts put into it.
     *
     * @param template has one <code>{}</code> for each part, in their order
     * @throws IllegalArgumentException if there are more or fewer parts than <code>{}</code>
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <I> Text<I> format(String template, Expr<? super I, Object, ?>... parts) {
        int places = template.split("\\{}", -1).length - 1;
        if (places != parts.length) {
            throw new IllegalArgumentException("the template \"" + template + "\" has " + places
                    + " places {}, but there are " + parts.length + " parts");
        }
        return Text.of(
                new Tree.Format(template, Stream.of(parts).<Tree>map(Expr::tree).toList()));
    }

    /** Returns the value that a JSON text holds. */
    public static <I, S, V> Expr<I, S, V> parseJson(Expr<I, S, String> text, Class<V> type) {
        return Expr.ofTree(new Tree.Call(Operators.Function.PARSE_JSON, type, List.of(text.tree())));
    }

    /** Like {@link #parseJson(Expr, Class)}, for types such as {@code List<Order>}. */
    public static <I, S, V> Expr<I, S, V> parseJson(Expr<I, S, String> text, TypeRef<V> type) {
        return Expr.ofTree(new Tree.Call(Operators.Function.PARSE_JSON, type.type(), List.of(text.tree())));
    }

    /** Returns a value as compact JSON text. */
    public static <I> Text<I> toJson(Expr<I, Object, ?> value) {
        return Text.of(new Tree.Call(Operators.Function.TO_JSON, String.class, List.of(value.tree())));
    }

    /** Returns a list of the given elements. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <I, E> Items<I, E> listOf(Expr<? super I, Object, ? extends E>... elements) {
        return Items.of(new Tree.Call(
                Operators.Function.ARRAY,
                List.class,
                Stream.of(elements).<Tree>map(Expr::tree).toList()));
    }

    /** Returns the whole numbers from one to another, which is in it if a step leads there. */
    public static Items<Object, Integer> range(int from, int to, int step) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of a range must not be 0");
        }
        return Items.of(new Tree.Call(
                Operators.Function.RANGE, List.class, List.of(constant(from), constant(to), constant(step))));
    }

    /**
     * Returns a whole number by chance, from the first to just below the second.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Numeric<Object, Integer> random(int from, int below) {
        if (from >= below) {
            throw new IllegalArgumentException("the first bound of a random number must be below the second, but "
                    + from + " is not below " + below);
        }
        return Numeric.of(
                new Tree.Call(Operators.Function.RANDOM, Integer.class, List.of(constant(from), constant(below))));
    }

    /** Returns an object with the fields of two; the second wins. */
    public static <I, V> Value<I, V> merge(
            Expr<? super I, Object, ?> first, Expr<? super I, Object, ?> second, Class<V> type) {
        return Value.of(
                new Tree.Call(Operators.Function.MERGE, type, List.of(first.tree(), second.tree(), constant(false))));
    }

    private static Tree constant(Object value) {
        return Expressions.value(value).tree();
    }
}
