package dev.stepwright.server.http;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Cancellation;
import dev.stepwright.server.api.Operation;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Step Functions endpoint: calls the operation that {@code X-Amz-Target} names, and gives every failure the shape that the SDKs understand. */
public final class AwsJsonEndpoint implements HttpService {
    private static final Logger LOG = LoggerFactory.getLogger(AwsJsonEndpoint.class);
    private static final String TARGET = "AWSStepFunctions.";

    private final Function<HttpCall, Map<String, Operation<?>>> operations;
    private final Supplier<UUID> requestIds;

    /**
     * Makes the endpoint.
     *
     * @param operations by their names, those that whoever makes a call may call; throws {@link ApiError} for one who may call none
     */
    public AwsJsonEndpoint(Function<HttpCall, Map<String, Operation<?>>> operations, Supplier<UUID> requestIds) {
        this.operations = operations;
        this.requestIds = requestIds;
    }

    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        String requestId = requestIds.get().toString();
        CompletableFuture<? extends Record> action;
        try {
            action = operation(call).call(AwsJson.read(call.body()));
        } catch (RuntimeException | StackOverflowError e) {
            action = CompletableFuture.failedFuture(e);
        }
        return answered(action, requestId);
    }

    private Operation<?> operation(HttpCall call) {
        Map<String, Operation<?>> allowed = operations.apply(call);
        String target = call.headers().first("X-Amz-Target");
        Operation<?> operation =
                target == null || !target.startsWith(TARGET) || !call.method().equals("POST")
                        ? null
                        : allowed.get(target.substring(TARGET.length()));
        if (operation == null) {
            throw ApiError.of(
                    "UnknownOperationException",
                    call.method() + " " + call.path() + " with X-Amz-Target "
                            + (target == null ? "absent" : "\"" + target + "\"")
                            + " is no operation of this endpoint; use POST / with X-Amz-Target AWSStepFunctions.<Operation>");
        }
        return operation;
    }

    /** Returns the HTTP answer; cancelling it cancels the action. */
    private static CompletableFuture<HttpAnswer> answered(
            CompletableFuture<? extends Record> action, String requestId) {
        CompletableFuture<HttpAnswer> answer = action.handle((result, failure) ->
                failure == null ? answer(200, requestId, AwsJson.write(result)) : answer(failure, requestId));
        Cancellation.of(answer, () -> action.cancel(false));
        return answer;
    }

    private static HttpAnswer answer(Throwable failure, String requestId) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof ApiError error) {
            return answer(400, requestId, AwsJson.write(error));
        }
        LOG.error("Request {} failed", requestId, reason);
        return answer(
                500,
                requestId,
                AwsJson.write(ApiError.of(
                        "InternalFailure",
                        "The server failed on this request; for the error, search its log for " + requestId)));
    }

    private static HttpAnswer answer(int status, String requestId, byte[] body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", AwsJson.CONTENT_TYPE, "x-amzn-RequestId", requestId), body);
    }
}
