package dev.stepwright.conversion;

/** JSONata has nothing that does the same; the message says what it is. Has no stack trace. */
final class Unconvertible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unconvertible(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
