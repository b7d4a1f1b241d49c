package dev.stepwright.runtime.task;

/** Stands in for the runtime's type of this name until the plugin is built after the runtime. */
public class TaskFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public TaskFailure(String error, String cause) {
        super(error + ": " + cause);
    }
}
