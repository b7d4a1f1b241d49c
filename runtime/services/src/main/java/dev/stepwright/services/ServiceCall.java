package dev.stepwright.services;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource.Completion;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call of a service, in one of the ways that Task states have. */
sealed interface ServiceCall
        permits ServiceCall.OfSdk,
                ServiceCall.Optimized,
                ServiceCall.OfInstances,
                ServiceCall.OfFunction,
                ServiceCall.OfListing,
                ModelCall {
    /**
     * Calls the service. Blocks.
     *
     * @return the result of the task
     * @throws TaskFailure if the parameters do not fit, the service refuses, or is not reached
     */
    JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure;

    /**
     * Looks at the parameters without calling anybody.
     *
     * @throws TaskFailure if they do not fit
     */
    void check(JsonNode parameters) throws TaskFailure;

    /** {@code aws-sdk:dynamodb:putItem}. */
    record OfSdk(String prefix, Operation operation) implements ServiceCall {
        @Override
        public void check(JsonNode parameters) throws TaskFailure {
            operation.check(parameters);
        }

        @Override
        public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
            return attempt(() -> operation.call(request.input(), caller), thrown -> Failures.ofSdk(prefix, thrown))
                    .json(Answers.OF_SDK);
        }
    }

    /** {@code dynamodb:putItem}. */
    record Optimized(Integration integration, ApiNames names, Operation operation) implements ServiceCall {
        @Override
        public void check(JsonNode parameters) throws TaskFailure {
            operation.check(names.parameters(parameters));
        }

        @Override
        public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
            ObjectNode answer = answer(request.input(), request, caller);
            Optional<Job> job = Jobs.of(integration, ServiceTasks.action(request.resource()));
            if (request.resource().pattern() == Completion.CALLBACK && job.isPresent()) {
                job.get().check(answer); // nobody would bring the token back
            }
            return answer;
        }

        /** @param given instead of the parameters of the task */
        ObjectNode answer(JsonNode given, TaskRequest request, Caller caller) throws TaskFailure {
            JsonNode parameters = Particulars.parameters(integration, given, request.executionArn());
            Operation.Answer answer = call(operation, names.parameters(parameters), caller);
            ObjectNode result = Particulars.result(integration, given, names.answer(answer.json(Answers.OPTIMIZED)));
            if (Particulars.tellsOfTheCall(integration)) {
                addMetadata(result, answer.response());
            }
            return result;
        }

        /** Calls an operation of the same service. */
        Operation.Answer call(Operation other, JsonNode parameters, Caller caller) throws TaskFailure {
            return attempt(() -> other.call(parameters, caller), thrown -> Failures.optimized(integration, thrown));
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

    /**
     * {@code elasticmapreduce:modifyInstanceFleetByName} and the like.
     *
     * @param list the operation that tells the ids
     */
    record OfInstances(Optimized modification, Operation list, NamedInstances instances) implements ServiceCall {
        @Override
        public void check(JsonNode parameters) throws TaskFailure {
            modification.check(instances.parameters(parameters, ""));
        }

        @Override
        public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
            String id = instances.id(
                    request.input(),
                    page -> modification.call(list, page, caller).json(Answers.OPTIMIZED));
            return modification.answer(instances.parameters(request.input(), id), request, caller);
        }
    }

    /** A function by its ARN: gets the input as it is, and its value alone is the result. */
    record OfFunction(Operation invoke) implements ServiceCall {
        @Override
        public void check(JsonNode anything) {}

        @Override
        public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
            ObjectNode parameters = JsonNodeFactory.instance
                    .objectNode()
                    .put("FunctionName", request.resource().text())
                    .put("Payload", JsonText.compact(request.input()));
            Operation.Answer answer = attempt(
                    () -> invoke.call(parameters, caller), thrown -> Failures.optimized(Integration.LAMBDA, thrown));
            return Particulars.result(Integration.LAMBDA, parameters, answer.json(Answers.OPTIMIZED))
                    .path("Payload");
        }
    }

    /** {@code s3:listObjectsV2}, for the items of a Map. */
    record OfListing(Operation list) implements ServiceCall {
        @Override
        public void check(JsonNode parameters) throws TaskFailure {
            list.check(parameters);
        }

        @Override
        public JsonNode answer(TaskRequest request, Caller caller) throws TaskFailure {
            return attempt(
                    () -> ObjectListing.answer(list, request.input(), caller),
                    thrown -> Failures.optimized(Integration.S3, thrown));
        }
    }

    /** What calls the service. */
    interface Attempt<T> {
        T answer() throws TaskFailure;
    }

    /** Has a service called, and tells what the SDK throws as the error of the task. */
    static <T> T attempt(Attempt<T> attempt, Function<RuntimeException, TaskFailure> failure) throws TaskFailure {
        try {
            return attempt.answer();
        } catch (RuntimeException e) {
            TaskFailure told = failure.apply(e);
            told.initCause(e);
            throw told;
        }
    }
}
