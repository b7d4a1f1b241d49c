package dev.stepwright.dsl;

/**
 * A flow that control never comes out of: it fails, or jumps elsewhere. So it fits wherever any output is expected.
 *
 * @param <I> the type of the input
 * @param <X> any type
 */
public sealed interface Halt<I, X> extends Branch<I, X>, Terminal<I, X> permits HaltingFlow, FailEnd {}
