package dev.stepwright.aws;

import dev.stepwright.runtime.ExecutionDoesNotExistException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/** One Express machine, whose executions have ended when they have been started. */
record SfnExpressWorkflow<I, O>(SfnClient client, SfnPayloads<O> payloads) implements WorkflowClient<I, O> {
    @Override
    public String arn() {
        return payloads.arn();
    }

    @Override
    public WorkflowClient<I, O> checked(PayloadCheck check) {
        return new SfnExpressWorkflow<>(client, payloads.checked(check));
    }

    @Override
    public StartedExecution<O> start(I input) {
        return start(UUID.randomUUID().toString(), input);
    }

    @Override
    public StartedExecution<O> start(String executionName, I input) {
        String json = payloads.input(input);
        try {
            return new SfnEndedExecution<>(
                    client.startSyncExecution(request ->
                            request.stateMachineArn(arn()).name(executionName).input(json)),
                    this::outcome);
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** AWS keeps no execution of an Express machine. */
    @Override
    public StartedExecution<O> execution(String nameOrArn) {
        throw new ExecutionDoesNotExistException(nameOrArn);
    }

    private Outcome<O> outcome(StartSyncExecutionResponse ended) {
        if (ended.status() == SyncExecutionStatus.SUCCEEDED) {
            return new Outcome.Succeeded<>(payloads.output(ended.output()));
        }
        return ended.status() == SyncExecutionStatus.TIMED_OUT
                ? new Outcome.TimedOut<>()
                : new Outcome.Failed<>(ended.error(), ended.cause());
    }
}
