package dev.stepwright.dsl;

/** A branch of a Parallel state or the processor of a Map state, with a comment. */
record CommentedFlow<I, O>(Node node) implements Flow<I, O> {}
