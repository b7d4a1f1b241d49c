package dev.stepwright.aws;

import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionDoesNotExistException;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;

/** One machine, whose executions are started and then asked for. */
record SfnWorkflow<I, O>(SfnClient client, SfnPayloads<O> payloads, Duration poll) implements WorkflowClient<I, O> {
    /** How many parts the ARN of a machine has: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME. */
    private static final int PARTS = 7;

    @Override
    public String arn() {
        return payloads.arn();
    }

    @Override
    public WorkflowClient<I, O> checked(PayloadCheck check) {
        return new SfnWorkflow<>(client, payloads.checked(check), poll);
    }

    @Override
    public StartedExecution<O> start(I input) {
        return start(UUID.randomUUID().toString(), input);
    }

    @Override
    public StartedExecution<O> start(String executionName, I input) {
        String json = payloads.input(input);
        try {
            String started = client.startExecution(request ->
                            request.stateMachineArn(arn()).name(executionName).input(json))
                    .executionArn();
            return new SfnExecution<>(this, started, executionName);
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException e) {
            throw because(new ExecutionAlreadyExistsException(executionArn(executionName)), e);
        }
    }

    @Override
    public StartedExecution<O> execution(String nameOrArn) {
        String executionArn = nameOrArn.startsWith("arn:") ? nameOrArn : executionArn(nameOrArn);
        try {
            DescribeExecutionResponse found = client.describeExecution(request -> request.executionArn(executionArn));
            if (!found.stateMachineArn().equals(machineArn())) {
                throw new IllegalArgumentException("the execution " + executionArn + " belongs to the machine "
                        + found.stateMachineArn() + ", not to " + machineArn());
            }
            return new SfnExecution<>(this, found.executionArn(), found.name());
        } catch (software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException e) {
            throw because(new ExecutionDoesNotExistException(executionArn), e);
        }
    }

    private static <E extends RuntimeException> E because(E told, RuntimeException cause) {
        told.initCause(cause);
        return told;
    }

    private String executionArn(String name) {
        return machineArn().replace(":stateMachine:", ":execution:") + ":" + name;
    }

    /** Returns the ARN without the number of a version or the name of an alias. */
    private String machineArn() {
        String[] parts = arn().split(":", -1);
        return parts.length <= PARTS ? arn() : arn().substring(0, arn().length() - parts[PARTS].length() - 1);
    }
}
