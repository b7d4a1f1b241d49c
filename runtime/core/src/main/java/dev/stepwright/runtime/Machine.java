package dev.stepwright.runtime;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.log.ExecutionLogging;
import dev.stepwright.runtime.log.LogLevel;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A registered state machine.
 *
 * @param handlers who does its tasks in the first place
 * @param runners who else does its tasks, asked in this order
 * @param executionPrefix what the ARNs of its executions begin with, up to the name
 * @param logging what of its executions is logged
 * @param check what its executions may start with; what they may end with, the plan knows
 */
record Machine(
        String name,
        String arn,
        boolean isExpress,
        StateMachineDefinition definition,
        Plan plan,
        HandlerRunner handlers,
        List<TaskRunner> runners,
        String executionPrefix,
        ExecutionLogging logging,
        @Nullable PayloadCheck check) {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    static Machine of(
            String name,
            String arn,
            boolean isExpress,
            StateMachineDefinition definition,
            Plan plan,
            HandlerRunner handlers,
            List<TaskRunner> runners) {
        String kind = isExpress ? ":express:" : ":execution:";
        String prefix = arn.replace(":stateMachine:", kind) + ":";
        return new Machine(
                name,
                arn,
                isExpress,
                definition,
                plan.asking(request -> check(handlers, runners, request)),
                handlers,
                List.copyOf(runners),
                prefix,
                ExecutionLogging.off(),
                null);
    }

    Machine with(StateMachineDefinition other, Plan otherPlan) {
        Plan checked = otherPlan.asking(plan.taskCheck()).with(plan.outputProblem());
        return new Machine(name, arn, isExpress, other, checked, handlers, runners, executionPrefix, logging, check);
    }

    Machine with(ExecutionLogging other) {
        return new Machine(name, arn, isExpress, definition, plan, handlers, runners, executionPrefix, other, check);
    }

    Machine with(PayloadCheck other) {
        Plan checked = plan.with(other::outputProblem);
        return new Machine(
                name, arn, isExpress, definition, checked, handlers, runners, executionPrefix, logging, other);
    }

    boolean isLogged() {
        return logging.level() != LogLevel.OFF;
    }

    /** Returns whether a task may be handed over again if nobody knows whether it has been done. */
    boolean mayRepeat(TaskRequest request) {
        return handlers.mayRepeat(request) && runners.stream().allMatch(runner -> runner.mayRepeat(request));
    }

    /**
     * Refuses what an execution must not start with.
     *
     * @throws InvalidInputException if this is such an input
     */
    void checkInput(JsonNode input) {
        if (check != null) {
            check.inputProblem(input).ifPresent(problem -> {
                throw new InvalidInputException(name, problem);
            });
        }
    }

    private static void check(HandlerRunner handlers, List<TaskRunner> runners, TaskRequest request)
            throws TaskFailure {
        try {
            TaskRunner runner = runnerOf(handlers, runners, request);
            if (runner != null) {
                runner.check(request);
            }
        } catch (RuntimeException e) { // its runner is told of it all the same, and how that ends is the task's end
            LOG.error(
                    "{}: the parameters of the task {} could not be checked",
                    request.executionArn(),
                    JsonText.quote(request.stateName()),
                    e);
        }
    }

    @Nullable
    TaskRunner runnerOf(TaskRequest request) {
        return runnerOf(handlers, runners, request);
    }

    private static @Nullable TaskRunner runnerOf(
            HandlerRunner handlers, List<TaskRunner> runners, TaskRequest request) {
        if (handlers.serves(request)) {
            return handlers;
        }
        for (TaskRunner runner : runners) {
            if (runner.serves(request)) {
                return runner;
            }
        }
        return null;
    }
}
