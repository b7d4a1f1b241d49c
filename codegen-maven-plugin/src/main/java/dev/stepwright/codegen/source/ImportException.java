package dev.stepwright.codegen.source;

/** A class cannot be written where it belongs. */
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }
}
