package dev.stepwright.runtime.store;

/** A batch was appended out of its place: somebody else has advanced the execution meanwhile. The loser must let go of it. */
public final class StaleSequenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleSequenceException(String executionArn, long expected, long found) {
        super("batch " + found + " of " + executionArn + " was appended where batch " + expected
                + " is next; another engine has advanced this execution");
    }
}
