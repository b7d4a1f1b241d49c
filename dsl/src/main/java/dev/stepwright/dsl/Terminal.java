package dev.stepwright.dsl;

import org.jspecify.annotations.Nullable;

/**
 * A closed flow: every path through it ends the machine, or the enclosing branch, with an R. Nothing can follow it.
 *
 * @param <I> the type of the input
 * @param <R> the type of the result
 */
public sealed interface Terminal<I, R> extends Flow<I, R> permits Halt, ClosedFlow {
    /** Returns the Succeed or Fail state with a comment; for one state only. */
    default Terminal<I, R> comment(String comment) {
        return with("Comment", comment);
    }

    /** Returns the Succeed or Fail state with a field as it stands; for one state only. See {@link WithCatch#with}. */
    default Terminal<I, R> with(String field, @Nullable Object value) {
        return new ClosedFlow<>(StateNode.End.of(node()).with(field, value));
    }
}
