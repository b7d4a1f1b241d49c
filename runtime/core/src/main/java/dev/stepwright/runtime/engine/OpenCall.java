package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.task.TaskRequest;

/** The items of a Map are being read, or its results written: a task without events of its own. */
record OpenCall(Frame frame, MapStep step, TaskRequest request) {
    long id() {
        return request.taskId();
    }
}
