package dev.stepwright.source;

/** What the DSL has no words for; then the state is raw. */
final class NotSayable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotSayable(String reason) {
        super(reason);
    }
}
