package dev.stepwright.runtime.evaluate.dashjoin;

/** A JSONata expression has failed. Has no stack trace of its own. */
public final class JsonataError extends Exception {
    private static final long serialVersionUID = 1L;

    private JsonataError(String problem, Throwable cause) {
        super(problem, cause, false, false);
    }

    /** An error with a code of JSONata. */
    static JsonataError coded(String code, String text, Throwable cause) {
        return new JsonataError("threw an error during evaluation. " + code + ": " + text, cause);
    }

    /** A limit of the evaluation was reached. */
    static JsonataError limit(String text, Throwable cause) {
        return new JsonataError("threw an error during evaluation: " + text, cause);
    }

    /** The value is a function. */
    static JsonataError function(Throwable cause) {
        return new JsonataError("returned an unsupported result type.", cause);
    }

    /** The engine itself failed. */
    static JsonataError internal(Throwable cause) {
        return new JsonataError("threw an internal error during evaluation.", cause);
    }

    /** Returns what happened, as the rest of a sentence that begins with the expression. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
