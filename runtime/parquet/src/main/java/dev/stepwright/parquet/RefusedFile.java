package dev.stepwright.parquet;

/** A file that cannot be read; the message says what is wrong with it. */
final class RefusedFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RefusedFile(String problem) {
        super(problem);
    }

    RefusedFile(String problem, Throwable cause) {
        super(problem, cause);
    }
}
