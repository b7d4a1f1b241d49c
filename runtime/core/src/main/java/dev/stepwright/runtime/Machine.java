package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered state machine.
 *
 * @param runners who does its tasks, asked in this order
 */
record Machine(
        String name,
        String arn,
        MachineKind kind,
        StateMachineDefinition definition,
        Plan plan,
        List<TaskRunner> runners) {
    boolean isExpress() {
        return kind == MachineKind.EXPRESS;
    }

    /** Returns whether executions are stored. */
    boolean keepsHistory(EngineConfig config) {
        return config.keepsHistory() && !isExpress();
    }

    /** AWS: an Express execution may take five minutes, and its events are not counted. */
    Limits limits(EngineConfig config) {
        Limits limits = config.limits();
        return isExpress()
                ? new Limits(limits.payloadBytes(), Limits.EXPRESS.historyEvents(), Limits.EXPRESS.executionTime())
                : limits;
    }

    @Nullable
    TaskRunner runnerOf(TaskRequest request) {
        for (TaskRunner runner : runners) {
            if (runner.serves(request)) {
                return runner;
            }
        }
        return null;
    }
}
