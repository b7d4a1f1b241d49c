package dev.stepwright.server.api;

/** The answer of operations without output members. */
public record Nothing() {
    public static final Nothing ANSWER = new Nothing();
}
