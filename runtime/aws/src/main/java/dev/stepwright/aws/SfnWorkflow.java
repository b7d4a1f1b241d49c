package dev.stepwright.aws;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.ExecutionDoesNotExistException;
import dev.stepwright.runtime.InvalidInputException;
import dev.stepwright.runtime.PayloadCheck;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import tools.jackson.databind.JsonNode;

/**
 * One machine.
 *
 * @param check what is checked of its executions; null if nothing is
 */
record SfnWorkflow<I, O>(
        SfnClient client,
        String arn,
        Class<O> output,
        Duration poll,
        @Nullable PayloadCheck check) implements WorkflowClient<I, O> {
    /** How many parts the ARN of a machine has: arn:aws:states:REGION:ACCOUNT:stateMachine:NAME. */
    private static final int PARTS = 7;

    @Override
    public WorkflowClient<I, O> checked(PayloadCheck other) {
        return new SfnWorkflow<>(client, arn, output, poll, other);
    }

    @Override
    public StartedExecution<O> start(I input) {
        return start(UUID.randomUUID().toString(), input);
    }

    @Override
    public StartedExecution<O> start(String executionName, I input) {
        JsonNode value = JavaValues.toJson(input);
        if (check != null) {
            check.inputProblem(value).ifPresent(problem -> {
                throw new InvalidInputException(arn, problem);
            });
        }
        String json = JsonText.compact(value);
        try {
            String started = client.startExecution(request ->
                            request.stateMachineArn(arn).name(executionName).input(json))
                    .executionArn();
            return new SfnExecution<>(this, started, executionName);
        } catch (software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException e) {
            throw new ExecutionAlreadyExistsException(executionName);
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
            throw new ExecutionDoesNotExistException(executionArn);
        }
    }

    private String executionArn(String name) {
        return machineArn().replace(":stateMachine:", ":execution:") + ":" + name;
    }

    /** Returns the ARN without the number of a version or the name of an alias. */
    private String machineArn() {
        String[] parts = arn.split(":", -1);
        return parts.length <= PARTS ? arn : arn.substring(0, arn.length() - parts[PARTS].length() - 1);
    }

    /**
     * Returns the output of an execution.
     *
     * @throws IllegalArgumentException if it is refused, or does not fit the type
     */
    O output(String json) {
        JsonNode value = JsonDocument.parse(json).root();
        if (check != null) {
            check.outputProblem(value).ifPresent(problem -> {
                throw new IllegalArgumentException(
                        "an execution of " + arn + " has ended with this output: " + problem);
            });
        }
        return JavaValues.fromJson(value, output);
    }
}
