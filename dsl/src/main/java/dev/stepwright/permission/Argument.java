package dev.stepwright.permission;

/**
 * What the definition says of a parameter of a task.
 *
 * @param text the value where it is written; the expression, or where the value comes from, where it is computed
 */
record Argument(Kind kind, String text) {
    static final Argument ABSENT = new Argument(Kind.ABSENT, "");

    enum Kind {
        WRITTEN,
        COMPUTED,
        ABSENT
    }

    boolean isWritten() {
        return kind == Kind.WRITTEN;
    }

    boolean isComputed() {
        return kind == Kind.COMPUTED;
    }

    boolean isAbsent() {
        return kind == Kind.ABSENT;
    }
}
