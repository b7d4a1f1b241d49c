package dev.stepwright.runtime.store;

/** Another process has taken the store over: nothing can be written here any more, whatever is tried. What was acknowledged is safe there. */
public final class StoreLostException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public StoreLostException(String message) {
        super(message);
    }
}
