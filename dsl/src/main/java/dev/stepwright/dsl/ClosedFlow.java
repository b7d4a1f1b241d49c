package dev.stepwright.dsl;

/** A {@link Terminal}, given by its states. */
record ClosedFlow<I, O>(Node node) implements Terminal<I, O> {}
