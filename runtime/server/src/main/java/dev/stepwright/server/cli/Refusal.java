package dev.stepwright.server.cli;

/** A command cannot be carried out; the message says why. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
