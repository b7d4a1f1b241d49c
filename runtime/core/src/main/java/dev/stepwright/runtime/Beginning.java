package dev.stepwright.runtime;

/** How an execution comes to run here. */
enum Beginning {
    START("could not be stored and does not start"),
    RECOVERY("cannot be taken up"),
    REDRIVE("could not be redriven");

    private final String failure;

    Beginning(String failure) {
        this.failure = failure;
    }

    /** Returns what those who wait for it are told if it does not. */
    String problem(String arn, Throwable cause) {
        return "the execution " + arn + " " + failure + ": " + Storing.told(cause);
    }
}
