package dev.stepwright.runtime;

/** How an execution comes to run here. */
enum Beginning {
    START("could not be stored and does not start"),
    RECOVERY("cannot be taken up"),
    REDRIVE("could not be redriven");

    /** What those who wait for it are told if it does not. */
    final String failure;

    Beginning(String failure) {
        this.failure = failure;
    }
}
