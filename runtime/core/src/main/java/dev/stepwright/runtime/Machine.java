package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
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
        boolean isExpress,
        StateMachineDefinition definition,
        Plan plan,
        List<TaskRunner> runners) {
    Machine with(StateMachineDefinition other, Plan otherPlan) {
        return new Machine(name, arn, isExpress, other, otherPlan, runners);
    }

    /** Returns whether executions are stored; those of Express machines never are. */
    boolean keepsHistory(EngineConfig config) {
        return config.keepsHistory() && !isExpress;
    }

    /** Returns whether a task may be handed over again if nobody knows whether it has been done. */
    boolean mayRepeat(TaskRequest request) {
        return runners.stream().allMatch(runner -> runner.mayRepeat(request));
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
