package dev.stepwright.dsl;

/**
 * A closed flow: every path through it ends the machine, or the enclosing branch, with an R. Nothing can follow it.
 *
 * @param <I> the type of the input
 * @param <R> the type of the result
 */
public sealed interface Terminal<I, R> extends Flow<I, R> permits Halt, ClosedFlow, SucceedEnd {}
