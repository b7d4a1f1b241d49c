package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Accessors.ToValue;
import dev.stepwright.dsl.expr.Bool;
import dev.stepwright.dsl.expr.Condition;
import dev.stepwright.dsl.expr.Enumerated;
import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.expr.Items;
import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Text;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.time.Instant;
import java.util.List;

/** The part of {@link Dsl} that gives expressions, such as the values of variables, the operators that suit their types. */
@SuppressWarnings("overloads") // a condition is no expression
public abstract class Views extends Functions {
    Views() {}

    /** Returns an expression as a number, with a number's operators. */
    public static <I, N extends Number> Numeric<I, N> number(Expr<? super I, Object, N> value) {
        return Numeric.of(value.tree());
    }

    /** Returns an expression as a text, with a text's operators. */
    public static <I> Text<I> text(Expr<I, Object, String> value) {
        return Text.of(value.tree());
    }

    /** Returns an expression as a point in time, with its operators. */
    public static <I> Timestamp<I> time(Expr<I, Object, Instant> value) {
        return Timestamp.of(value.tree());
    }

    /** Returns an expression as a truth value, with its operators. */
    public static <I> Bool<I> bool(Expr<I, Object, Boolean> value) {
        return Bool.of(value.tree());
    }

    /**
     * Returns whether a condition holds, as a value. JSONata only.
     *
     * @throws IllegalArgumentException if there is a rule of JSONPath as it stands in it
     */
    public static <I> Bool<I> bool(Condition<I> condition) {
        if (hasRule(condition.tree())) {
            throw new IllegalArgumentException(
                    "a value must be an expression, found the rule " + condition + "; use path(...)");
        }
        return Bool.of(condition.tree());
    }

    private static boolean hasRule(Tree tree) {
        return tree instanceof Tree.Verbatim verbatim && verbatim.kind() == Tree.Verbatim.Kind.RULE
                || tree.parts().stream().anyMatch(Views::hasRule);
    }

    /** Returns an expression as a list, with a list's functions. */
    public static <I, E> Items<I, E> items(Expr<I, Object, List<E>> value) {
        return Items.of(value.tree());
    }

    /** Returns an expression as a constant of an enum, with its operators. */
    public static <I, E extends Enum<E>> Enumerated<I, E> constant(Expr<I, Object, E> value) {
        return Enumerated.of(value.tree());
    }

    /**
     * Returns a field of what an expression gives: {@code get(branch2(), Parcel::label)}, {@code get(result(Answer::body), Body::id)}.
     *
     * @param field an accessor of the value's class, as a method reference
     * @throws IllegalArgumentException if it is a lambda expression, or no property of its class
     */
    public static <I, S, V, F> Expr<I, S, F> get(Expr<I, S, V> value, ToValue<V, F> field) {
        return Expr.ofTree(Composition.step(value.tree(), Segment.of(field)));
    }
}
