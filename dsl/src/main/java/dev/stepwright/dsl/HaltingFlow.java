package dev.stepwright.dsl;

/** A {@link Halt}, given by its states. */
record HaltingFlow<I, O>(Node node) implements Halt<I, O> {}
