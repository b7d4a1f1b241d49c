package dev.stepwright.runtime.engine;

/** The execution has ended in the middle of a piece of work, for example because its history is full. Carries no stack trace. */
final class ExecutionOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExecutionOver() {
        super("the execution is over", null, false, false);
    }
}
