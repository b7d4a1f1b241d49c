package dev.stepwright.runtime.engine;

/** A state has made an input that is larger than allowed. Has no stack trace. */
final class InputTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ExecutionError error;

    InputTooLarge(ExecutionError error) {
        super(error.cause(), null, false, false);
        this.error = error;
    }

    ExecutionError error() {
        return error;
    }
}
