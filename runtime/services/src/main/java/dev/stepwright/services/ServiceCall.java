package dev.stepwright.services;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call of a service, in one of the ways that Task states have. */
sealed interface ServiceCall {
    /**
     * Calls the service. Blocks.
     *
     * @return the result of the task
     * @throws TaskFailure if the parameters do not fit, the service refuses, or is not reached
     */
    JsonNode answer(TaskRequest request) throws TaskFailure;

    /** {@code aws-sdk:dynamodb:putItem}. */
    record OfSdk(String prefix, Operation operation) implements ServiceCall {
        @Override
        public JsonNode answer(TaskRequest request) throws TaskFailure {
            return call(operation, request.input(), thrown -> Failures.ofSdk(prefix, thrown))
                    .json(Answers.OF_SDK);
        }
    }

    /** {@code dynamodb:putItem}. */
    record Optimized(Integration integration, Operation operation) implements ServiceCall {
        @Override
        public JsonNode answer(TaskRequest request) throws TaskFailure {
            Operation.Answer answer = call(
                    operation,
                    Particulars.parameters(integration, request),
                    thrown -> Failures.optimized(integration, thrown));
            ObjectNode result = Particulars.result(integration, answer.json(Answers.OPTIMIZED));
            if (Particulars.tellsOfTheCall(integration)) {
                addMetadata(result, answer.response());
            }
            return result;
        }

        private static void addMetadata(ObjectNode result, SdkResponse response) {
            String requestId =
                    response instanceof AwsResponse aws ? aws.responseMetadata().requestId() : "";
            ServiceMetadata.add(
                    result,
                    response.sdkHttpResponse().statusCode(),
                    response.sdkHttpResponse().headers(),
                    requestId);
        }
    }

    /** A function by its ARN: gets the input as it is, and its value alone is the result. */
    record OfFunction(Operation invoke) implements ServiceCall {
        @Override
        public JsonNode answer(TaskRequest request) throws TaskFailure {
            ObjectNode parameters = JsonNodeFactory.instance
                    .objectNode()
                    .put("FunctionName", request.resource().text())
                    .put("Payload", JsonText.compact(request.input()));
            Operation.Answer answer =
                    call(invoke, parameters, thrown -> Failures.optimized(Integration.LAMBDA, thrown));
            return Particulars.result(Integration.LAMBDA, answer.json(Answers.OPTIMIZED))
                    .path("Payload");
        }
    }

    private static Operation.Answer call(
            Operation operation, JsonNode parameters, Function<RuntimeException, TaskFailure> failure)
            throws TaskFailure {
        try {
            return operation.call(parameters);
        } catch (Operation.InvalidParameters e) {
            throw new TaskFailure("States.Runtime", e.getMessage());
        } catch (RuntimeException e) {
            throw failure.apply(e);
        }
    }
}
