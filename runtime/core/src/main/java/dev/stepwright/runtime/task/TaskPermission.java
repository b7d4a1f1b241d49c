package dev.stepwright.runtime.task;

/**
 * Which tasks may begin, for example those that the role of their machine allows. Asked once for each task that begins, and for each read
 * of a Map, after its parameters were looked at and before whoever would do it, handlers included; not about what was submitted before the
 * engine stopped and goes on.
 */
@FunctionalInterface
public interface TaskPermission {
    /** All may. */
    TaskPermission ALL = request -> {};

    /**
     * Refuses a task, or lets it begin. Must not block. An exception of another kind is logged, and the task fails with {@code
     * States.Runtime}.
     *
     * @throws TaskFailure what the task ends with; {@code Retry} and {@code Catch} see it
     */
    void check(TaskRequest request) throws TaskFailure;
}
