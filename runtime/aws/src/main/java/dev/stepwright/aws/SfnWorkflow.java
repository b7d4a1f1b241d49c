package dev.stepwright.aws;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ExecutionAlreadyExistsException;
import dev.stepwright.runtime.StartedExecution;
import dev.stepwright.runtime.WorkflowClient;
import java.time.Duration;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;

/** One machine. */
record SfnWorkflow<I, O>(SfnClient client, String arn, Class<O> output, Duration poll) implements WorkflowClient<I, O> {

    @Override
    public StartedExecution<O> start(I input) {
        return start(UUID.randomUUID().toString(), input);
    }

    @Override
    public StartedExecution<O> start(String executionName, I input) {
        String json = JsonText.compact(JavaValues.toJson(input));
        try {
            String started = client.startExecution(request ->
                            request.stateMachineArn(arn).name(executionName).input(json))
                    .executionArn();
            return new SfnExecution<>(this, started, executionName);
        } catch (software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException e) {
            throw new ExecutionAlreadyExistsException(executionName);
        }
    }
}
