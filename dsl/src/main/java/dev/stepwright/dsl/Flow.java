package dev.stepwright.dsl;

/**
 * One state or several, which take an I; on the way out there is an O. The widest of the flows: what a branch of a Parallel state
 * and the processor of a Map state may be.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public sealed interface Flow<I, O> permits Branch, Terminal, CommentedFlow {
    /** Returns the states, without their types. */
    Node node();
}
