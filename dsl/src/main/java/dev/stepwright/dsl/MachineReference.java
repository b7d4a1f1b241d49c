package dev.stepwright.dsl;

import java.lang.reflect.Type;
import java.util.Objects;

/**
 * A state machine that stands elsewhere, with what it takes and gives.
 *
 * @param <I> the type of its input
 * @param <O> the type of its output
 * @param arn its ARN, or a placeholder such as <code>${Shipping}</code>
 */
@SuppressWarnings("UnusedTypeParameter") // they are the contract
public record MachineReference<I, O>(String arn, Type input, Type output) {
    /** Checks that there is an ARN, and that nothing is null. */
    public MachineReference {
        Objects.requireNonNull(arn, "the ARN of a machine must not be null");
        Objects.requireNonNull(input, "the type of what a machine takes must not be null");
        Objects.requireNonNull(output, "the type of what a machine gives must not be null");
        if (arn.isBlank()) {
            throw new IllegalArgumentException(
                    "a reference to a machine must be its ARN or a placeholder such as ${Shipping}, but it is empty");
        }
    }

    /** Returns a reference to a machine that is not written in this DSL; for one that is, use {@link StateMachine#at}. */
    public static <I, O> MachineReference<I, O> of(String arn, Class<I> input, Class<O> output) {
        return new MachineReference<>(arn, input, output);
    }

    /** Like {@link #of(String, Class, Class)}, for types that have type arguments. */
    public static <I, O> MachineReference<I, O> of(String arn, TypeRef<I> input, TypeRef<O> output) {
        return new MachineReference<>(arn, input.type(), output.type());
    }
}
