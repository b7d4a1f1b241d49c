package dev.stepwright.runtime;

import org.jspecify.annotations.Nullable;

/** The engine has as much in hand as it may, see {@link Admission}, or its store cannot write: start the execution later. */
public final class ExecutionLimitExceededException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Bound bound;

    /** What has been reached. */
    public enum Bound {
        /** {@link Admission#openExecutions}; passes only as executions end. */
        OPEN_EXECUTIONS,
        /** {@link Admission#readyExecutions}; passes by itself. */
        READY_EXECUTIONS,
        /** What the store keeps in memory: the running executions alone fill it; passes only as executions end. */
        STORE,
        /** What the store writes: the disk is full, the database away, or too much waits to be written; passes by itself. */
        WRITES
    }

    private ExecutionLimitExceededException(Bound bound, String message) {
        this(bound, message, null);
    }

    private ExecutionLimitExceededException(Bound bound, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.bound = bound;
    }

    static ExecutionLimitExceededException open(int most) {
        return new ExecutionLimitExceededException(
                Bound.OPEN_EXECUTIONS,
                "The maximum number of running executions has been reached (" + most
                        + "). Running executions must end or be stopped before a new execution can be started.");
    }

    static ExecutionLimitExceededException ready(int most) {
        return new ExecutionLimitExceededException(
                Bound.READY_EXECUTIONS,
                "Rate exceeded: more than " + most
                        + " executions wait for a thread of the engine. Start this one later.");
    }

    static ExecutionLimitExceededException store() {
        return new ExecutionLimitExceededException(
                Bound.STORE,
                "Rate exceeded: the store of executions takes no more until some have ended. Start this one later.");
    }

    static ExecutionLimitExceededException writes() {
        return new ExecutionLimitExceededException(
                Bound.WRITES,
                "Rate exceeded: the store of executions takes no more until what waits to be written has been written."
                        + " Start this one later.");
    }

    /** The store has been given the execution and could not write it. */
    static ExecutionLimitExceededException notWritten(String problem, Throwable cause) {
        return new ExecutionLimitExceededException(Bound.WRITES, problem, cause);
    }

    /** Returns what has been reached. */
    public Bound bound() {
        return bound;
    }
}
