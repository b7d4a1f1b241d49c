package dev.stepwright.dsl;

import dev.stepwright.asl.TaskResource;
import java.lang.reflect.Type;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Any resource that a task can use, with its contract.
 *
 * @param <A> what it takes
 * @param <R> what it gives
 * @param arn the {@code Resource} as it stands in the definition
 * @param argument the type of what it takes
 * @param result the type of what it gives
 */
@SuppressWarnings("UnusedTypeParameter") // they are the contract
public record Resource<A, R>(String arn, Type argument, Type result) {
    /** Checks that nothing is null. */
    public Resource {
        Objects.requireNonNull(arn, "the ARN of a resource must not be null");
        Objects.requireNonNull(argument, "the type of what a resource takes must not be null");
        Objects.requireNonNull(result, "the type of what a resource gives must not be null");
    }

    /** Returns the resource of an ARN. */
    public static <A, R> Resource<A, R> of(String arn, Class<A> argument, Class<R> result) {
        return new Resource<>(arn, argument, result);
    }

    /** Returns the resource of an ARN that takes and gives any JSON. */
    public static Resource<JsonNode, JsonNode> of(String arn) {
        return of(arn, JsonNode.class, JsonNode.class);
    }

    /**
     * Returns the resource that waits until somebody sends its task token back. Send it along: {@link Context#taskToken()}.
     *
     * @param result what is sent back with it
     */
    public <T> Resource<A, T> waitForTaskToken(Class<T> result) {
        return new Resource<>(arn + TaskResource.CALLBACK, argument, result);
    }

    /** Like {@link #waitForTaskToken(Class)}, for a type with arguments. */
    public <T> Resource<A, T> waitForTaskToken(TypeRef<T> result) {
        return new Resource<>(arn + TaskResource.CALLBACK, argument, result.type());
    }

    /**
     * Returns the resource that waits until the job that it starts has ended.
     *
     * @param result what is told of the job at its end
     */
    public <T> Resource<A, T> sync(Class<T> result) {
        return new Resource<>(arn + ".sync", argument, result);
    }

    /** Returns the resource of an ARN, with types that have type arguments. */
    public static <A, R> Resource<A, R> of(String arn, TypeRef<A> argument, TypeRef<R> result) {
        return new Resource<>(arn, argument.type(), result.type());
    }
}
