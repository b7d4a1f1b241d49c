package dev.stepwright.dsl.expr;

import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Tree;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A typed expression.
 *
 * @param <I> what the state's input must be; {@code Object} if the expression does not read it
 * @param <S> what must have happened before: {@code Result<R>} if the state's work must have given an R, {@code ErrorOutput} if it
 *     must have failed, {@code Object} if nothing
 * @param <V> the type of the value
 */
public sealed class Expr<I, S, V> permits View {
    private final Tree tree;

    Expr(Tree tree) {
        this.tree = tree;
    }

    /** Returns an expression that a tree describes. For generated code; the caller answers for the types. */
    public static <I, S, V> Expr<I, S, V> ofTree(Tree tree) {
        return new Expr<>(tree);
    }

    /**
     * Returns an object made by a record's constructor. For code that has checked the types of the parts.
     *
     * @param constructor a reference to the record's canonical constructor
     * @param parts one expression for each component
     */
    public static <I, S, V> Expr<I, S, V> template(Serializable constructor, Expr<?, ?, ?>... parts) {
        return new Expr<>(Tree.ObjectTemplate.of(
                constructor, Arrays.stream(parts).<Tree>map(Expr::tree).toList()));
    }

    /** Returns the expression without its types, for renderings. */
    public final Tree tree() {
        return tree;
    }

    /** Returns the expression as JSONata. */
    @Override
    public final String toString() {
        return JsonataText.of(tree);
    }
}
