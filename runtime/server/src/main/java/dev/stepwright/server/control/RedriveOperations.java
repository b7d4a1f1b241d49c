package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.ExecutionLimitExceededException;
import dev.stepwright.runtime.ExecutionNotRedrivableException;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.RedriveExecution;
import java.time.Instant;
import java.util.Optional;

/** RedriveExecution, and what DescribeExecution tells of it. */
final class RedriveOperations {
    private static final String MACHINE_GOES = "State machine is in DELETING status";

    private final Engine engine;
    private final StateMachines machines;
    private final Executions executions;

    RedriveOperations(Engine engine, StateMachines machines, Executions executions) {
        this.engine = engine;
        this.machines = machines;
        this.executions = executions;
    }

    RedriveExecution.Answer redrive(RedriveExecution request) {
        String arn = Arn.parse(request.executionArn(), "execution").text();
        if (engine.mapRuns().execution(arn).isPresent()) {
            throw ApiError.executionNotRedrivable("Execution can be redriven by its Map Run only");
        }
        StartedExecution execution = executions.get(arn);
        if (isMachineGoing(execution)) {
            throw ApiError.executionNotRedrivable(MACHINE_GOES);
        }
        try {
            Instant date = engine.redrive(execution.arn(), request.clientToken());
            executions.follow(execution.arn());
            return new RedriveExecution.Answer(date);
        } catch (ExecutionNotRedrivableException e) {
            throw ApiError.executionNotRedrivable(String.valueOf(e.getMessage()));
        } catch (ExecutionLimitExceededException e) {
            throw Executions.refused(e);
        }
    }

    /** Returns why an execution cannot be redriven; empty if it can. */
    Optional<String> refusal(StartedExecution execution) {
        Optional<String> refusal = engine.redriveRefusal(execution.now());
        return refusal.isEmpty() && isMachineGoing(execution) ? Optional.of(MACHINE_GOES) : refusal;
    }

    /** A machine that has the name of one that is gone is another one. */
    private boolean isMachineGoing(StartedExecution execution) {
        return machines.find(execution.known().identity().machineArn())
                .filter(machine ->
                        machine.key().toString().equals(execution.note().machine()))
                .map(StateMachine::isDeleting)
                .orElse(true);
    }
}
