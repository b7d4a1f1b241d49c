package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.Operators;
import dev.stepwright.dsl.tree.Operators.Compared;
import dev.stepwright.dsl.tree.Operators.Relation;
import dev.stepwright.dsl.tree.Tree;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A constant of an enum, as text in the JSON.
 *
 * @param <I> what the state's input must be
 * @param <E> the enum
 */
public final class Enumerated<I, E extends Enum<E>> extends View<I, E> {
    private Enumerated(Tree tree) {
        super(tree);
    }

    /** Returns a tree as a constant of an enum. For generated code; the caller answers for the types. */
    public static <I, E extends Enum<E>> Enumerated<I, E> of(Tree tree) {
        return new Enumerated<>(tree);
    }

    /** Returns whether it is this constant, compared by the name that Jackson writes. */
    public Condition<I> equalTo(E constant) {
        return new Condition<>(equal(constant));
    }

    /** Returns whether both are the same constant. */
    public Condition<I> equalTo(Enumerated<? super I, E> other) {
        return new Condition<>(new Tree.Comparison(Compared.STRING, Relation.EQUAL, tree(), other.tree()));
    }

    /** Returns whether it is one of these constants. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition<I> isOneOf(E first, E second, E... more) {
        return new Condition<>(new Tree.Logic(
                Operators.Connective.OR,
                Stream.concat(Stream.of(first, second), Arrays.stream(more))
                        .map(this::equal)
                        .toList()));
    }

    /** Returns this constant, or another one where it is missing. JSONata only. */
    public Enumerated<I, E> orElse(E fallback) {
        return new Enumerated<>(super.orElse((Object) fallback));
    }

    private Tree equal(E constant) {
        return new Tree.Comparison(Compared.STRING, Relation.EQUAL, tree(), Tree.Literal.of(constant));
    }
}
