package dev.stepwright.runtime.history;

/** The eight kinds of states, as the names of history events begin. */
public enum StateKind {
    TASK("Task"),
    PARALLEL("Parallel"),
    MAP("Map"),
    PASS("Pass"),
    WAIT("Wait"),
    CHOICE("Choice"),
    SUCCEED("Succeed"),
    FAIL("Fail");

    private final String text;

    StateKind(String text) {
        this.text = text;
    }

    /** Returns the kind as ASL writes it in {@code Type}. */
    public String text() {
        return text;
    }
}
