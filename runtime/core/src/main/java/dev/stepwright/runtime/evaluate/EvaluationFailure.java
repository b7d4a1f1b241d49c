package dev.stepwright.runtime.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * An expression has no value. Leaves the evaluation of one state as an exception without a stack trace; the engine turns it
 * into the state's error.
 */
public final class EvaluationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final String detail;
    private final @Nullable String location;

    /**
     * @param error the ASL error name, for example {@code States.QueryEvaluationError}
     * @param detail the cause, without the standard prefix that names the state
     * @param location for JSONata the slash path of the field within its state, for example {@code Output/a/b[0]}; else null
     */
    public EvaluationFailure(String error, String detail, @Nullable String location) {
        this(error, detail, location, null);
    }

    /** @param reason what the evaluation itself ended with, if it was an exception */
    public EvaluationFailure(String error, String detail, @Nullable String location, @Nullable Throwable reason) {
        super(error + ": " + detail, reason, false, false);
        this.error = error;
        this.detail = detail;
        this.location = location;
    }

    public String error() {
        return error;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String location() {
        return location;
    }
}
