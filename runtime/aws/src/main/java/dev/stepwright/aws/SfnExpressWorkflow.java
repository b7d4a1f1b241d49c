package dev.stepwright.aws;

import dev.stepwright.runtime.ExecutionDoesNotExistException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import java.util.UUID;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;

/** One Express machine, whose executions have ended when they have been started. */
record SfnExpressWorkflow<I, O>(SfnClient client, SfnPayloads<O> payloads) implements WorkflowClient<I, O> {
    /**
     * Tries again only what AWS has refused before it started anything, as it limits how many come in a time. Where an answer does not come, or is that of
     * a broken server, the execution may have started: it would run once more.
     */
    private static final RetryStrategy RETRIES = DefaultRetryStrategy.standardStrategyBuilder()
            .retryOnException(SfnExpressWorkflow::isThrottled)
            .treatAsThrottling(SfnExpressWorkflow::isThrottled)
            .useClientDefaults(false)
            .build();

    private static boolean isThrottled(Throwable problem) {
        return problem instanceof SdkServiceException answered && answered.isThrottlingException();
    }

    private static void startOnce(SdkServiceClientConfiguration.Builder client) {
        ClientOverrideConfiguration given = client.overrideConfiguration();
        boolean triesOnce = given.retryStrategy()
                .filter(retries -> retries.maxAttempts() == 1)
                .isPresent();
        if (!triesOnce) {
            client.overrideConfiguration(given.copy(changed -> changed.retryStrategy(RETRIES)));
        }
    }

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
                    client.startSyncExecution(request -> request.stateMachineArn(arn())
                            .name(executionName)
                            .input(json)
                            .overrideConfiguration(call -> call.addPlugin(SfnExpressWorkflow::startOnce))),
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
