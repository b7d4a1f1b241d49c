package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Expr;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;

/** The results of the branches of a Parallel state. */
final class Results {
    private static final List<Class<?>> POSITIONS = List.of(
            Tuple.First.class,
            Tuple.Second.class,
            Tuple.Third.class,
            Tuple.Fourth.class,
            Tuple.Fifth.class,
            Tuple.Sixth.class);
    /** The classes of the results, from two branches on. */
    private static final List<Class<?>> TUPLES =
            List.of(Tuple.Tuple2.class, Tuple.Tuple3.class, Tuple.Tuple4.class, Tuple.Tuple5.class, Tuple.Tuple6.class);

    private Results() {}

    /** Returns the result of a branch, counted from 0. */
    static <S, V> Expr<Object, S, V> branch(int index) {
        Class<?> owner = POSITIONS.get(index);
        Segment segment = new Segment.Element(index, owner, owner.getTypeParameters()[0]);
        return Expr.ofTree(new Tree.Selection(Origin.Place.RESULT, List.of(segment)));
    }

    /** Returns the class of the results of so many branches. */
    static Class<?> tuple(int branches) {
        return TUPLES.get(branches - 2);
    }
}
