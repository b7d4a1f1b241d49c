package dev.stepwright.dsl.expr;

/**
 * Says that an expression may be used where a state has finished its work and given an {@code R}. Never made: it only stands as
 * the second type argument of {@link Expr}.
 *
 * @param <R> what the work gave
 */
@SuppressWarnings("UnusedTypeParameter")
public final class Result<R> {
    private Result() {}
}
