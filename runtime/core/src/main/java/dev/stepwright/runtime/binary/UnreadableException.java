package dev.stepwright.runtime.binary;

/** Bytes are not what they should be: they were damaged, or written in a form that is not known here. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
        super(message);
    }
}
