package dev.stepwright.dsl;

import com.fasterxml.jackson.annotation.JsonFormat;

/** The results of a Parallel state's branches: a JSON array with a type for each position. */
public sealed interface Tuple {
    /** Has the result of a first branch. */
    interface First<A> {
        A first();
    }

    /** Has the result of a second branch. */
    interface Second<B> {
        B second();
    }

    /** Has the result of a third branch. */
    interface Third<C> {
        C third();
    }

    /** Has the result of a fourth branch. */
    interface Fourth<D> {
        D fourth();
    }

    /** Has the result of a fifth branch. */
    interface Fifth<E> {
        E fifth();
    }

    /** Has the result of a sixth branch. */
    interface Sixth<F> {
        F sixth();
    }

    /** Two results. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Tuple2<A, B>(A first, B second) implements Tuple, First<A>, Second<B> {}

    /** Three results. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Tuple3<A, B, C>(A first, B second, C third) implements Tuple, First<A>, Second<B>, Third<C> {}

    /** Four results. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Tuple4<A, B, C, D>(A first, B second, C third, D fourth)
            implements Tuple, First<A>, Second<B>, Third<C>, Fourth<D> {}

    /** Five results. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Tuple5<A, B, C, D, E>(A first, B second, C third, D fourth, E fifth)
            implements Tuple, First<A>, Second<B>, Third<C>, Fourth<D>, Fifth<E> {}

    /** Six results. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Tuple6<A, B, C, D, E, F>(A first, B second, C third, D fourth, E fifth, F sixth)
            implements Tuple, First<A>, Second<B>, Third<C>, Fourth<D>, Fifth<E>, Sixth<F> {}
}
