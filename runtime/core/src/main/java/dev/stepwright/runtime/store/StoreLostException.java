package dev.stepwright.runtime.store;

/**
 * Nothing can be written to a store here any more, whatever is tried: another process has taken it over, or it is broken. What was acknowledged is
 * safe there.
 */
public final class StoreLostException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public StoreLostException(String message) {
        super(message);
    }

    public StoreLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
