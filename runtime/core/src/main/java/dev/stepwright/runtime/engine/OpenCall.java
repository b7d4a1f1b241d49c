package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.items.ItemFormat;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ReaderPlan;
import dev.stepwright.runtime.task.TaskRequest;

/**
 * The items of a Map are being read, or its results written: a task without events of its own.
 *
 * @param mostItems how many items are wanted; 0 for all
 */
record OpenCall(Frame frame, TaskRequest request, long mostItems) {
    MapStep step() {
        return (MapStep) frame.step;
    }

    /** Returns what has to be done outside for the Map to go on. */
    Command outstanding() {
        ReaderPlan reader = frame.children == null ? step().terms().reader() : null;
        if (reader == null || reader.format().type() == ItemFormat.Type.LIST) {
            return new Command.ScheduleTask(request);
        }
        return reader.objects() == null
                ? new Command.ReadObject(request, reader.format(), mostItems)
                : new Command.ReadObjects(request, reader.objects(), mostItems);
    }

    long id() {
        return request.taskId();
    }
}
