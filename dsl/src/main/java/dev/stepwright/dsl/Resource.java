package dev.stepwright.dsl;

/**
 * Any resource that a task can use, with its contract.
 *
 * @param <A> what it takes
 * @param <R> what it gives
 * @param arn the {@code Resource} as it stands in the definition
 * @param argument the class of what it takes
 * @param result the class of what it gives
 */
public record Resource<A, R>(String arn, Class<A> argument, Class<R> result) {
    /** Returns the resource of an ARN. */
    public static <A, R> Resource<A, R> of(String arn, Class<A> argument, Class<R> result) {
        return new Resource<>(arn, argument, result);
    }
}
