package dev.stepwright.dsl;

/** A {@link Step}, given by its states. */
record OpenFlow<I, O>(Node node) implements Step<I, O> {}
