package dev.stepwright.dsl.expr;

/**
 * Says that an expression may be used where a Map state makes what its processor takes. Never made: it only stands as the second
 * type argument of {@link Expr}.
 *
 * @param <E> the type of the items
 */
@SuppressWarnings("UnusedTypeParameter")
public final class MapItem<E> {
    private MapItem() {}
}
