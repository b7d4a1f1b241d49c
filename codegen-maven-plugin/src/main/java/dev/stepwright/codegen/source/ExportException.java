package dev.stepwright.codegen.source;

import org.jspecify.annotations.Nullable;

/** The project's own code does not give the definitions that are to be exported. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
