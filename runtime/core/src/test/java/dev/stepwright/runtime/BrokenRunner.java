package dev.stepwright.runtime;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;

/** A runner that cannot start anything. */
final class BrokenRunner implements TaskRunner {
    @Override
    public boolean serves(TaskRequest request) {
        return true;
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        throw new IllegalStateException("no connection");
    }
}
