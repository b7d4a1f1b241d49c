package dev.stepwright.dsl;

/**
 * A flow that goes on with an O, or never comes back: what a rule of a joining Choice, a Catch and a loop take.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public sealed interface Branch<I, O> extends Flow<I, O> permits Step, Halt {}
