package dev.stepwright.server.task;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Completion;
import dev.stepwright.runtime.task.TaskResource.Family;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.services.FunctionPayload;
import dev.stepwright.services.ServiceMetadata;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tasks that call a Lambda function: by its ARN, by {@code lambda:invoke}, by {@code aws-sdk:lambda:invoke}. */
public final class LambdaTasks implements TaskRunner, AutoCloseable {
    private final LambdaEndpoint endpoint;
    private final Workplace workplace;

    /**
     * @param endpoint where functions are invoked, for example {@code http://127.0.0.1:3001}
     * @param workplace whose clock stands still during a call, if it is virtual
     */
    public LambdaTasks(URI endpoint, Workplace workplace) {
        this.endpoint = new LambdaEndpoint(endpoint);
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return resource.family() == Family.LAMBDA
                || resource.isLambdaInvoke()
                || (resource.service().equals("aws-sdk:lambda")
                        && resource.action().startsWith("invoke"));
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        List<String> problems = FunctionCall.problems(request.input());
        if (!problems.isEmpty()) {
            throw TaskFailure.ofParameters(request.input(), problems);
        }
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        TaskResource resource = request.resource();
        if (resource.family() == Family.LAMBDA) {
            FunctionCall call = FunctionCall.of(resource.text(), JsonText.compact(request.input()));
            return invoke(call, LambdaTasks::value, request, completion);
        }
        try {
            check(request);
        } catch (TaskFailure failure) {
            completion.failed(failure.error(), failure.causeText());
            return () -> {};
        }
        FunctionCall call =
                FunctionCall.of(request.input(), payload(request.input().path("Payload")));
        return resource.isLambdaInvoke()
                ? invoke(call, LambdaTasks::optimized, request, completion)
                : invoke(call, LambdaTasks::ofSdk, request, completion);
    }

    /** AWS: a null payload is not sent; a text is sent as it is, everything else as JSON. */
    private static String payload(JsonNode payload) {
        if (payload.isMissingNode() || payload.isNull()) {
            return "{}";
        }
        return payload.isString() ? payload.stringValue() : JsonText.compact(payload);
    }

    private Runnable invoke(
            FunctionCall call,
            Function<FunctionAnswer, JsonNode> result,
            TaskRequest request,
            TaskCompletion completion) {
        CompletableFuture<FunctionAnswer> answer = endpoint.invoke(call);
        Runnable release = workplace.hold();
        CompletableFuture<?> unused = answer.thenApply(result).whenComplete((value, failure) -> {
            try {
                tell(value, failure, request, completion);
            } finally {
                release.run();
            }
        });
        return () -> answer.cancel(true);
    }

    private static void tell(
            JsonNode value, @Nullable Throwable failure, TaskRequest request, TaskCompletion completion) {
        if (failure != null) {
            fail(failure, completion);
        } else if (request.resource().pattern() == Completion.CALLBACK) {
            completion.submitted(value);
        } else {
            completion.succeeded(value);
        }
    }

    private static void fail(Throwable failure, TaskCompletion completion) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof LambdaFailure lambda) {
            completion.failed(lambda.error(), lambda.causeText());
        } else if (reason instanceof TaskFailure function) {
            completion.failed(function.error(), function.causeText());
        } else {
            completion.failed("Lambda.SdkClientException", reason.toString());
        }
    }

    /** The function's value alone. */
    private static JsonNode value(FunctionAnswer answer) {
        if (answer.isFunctionError()) {
            throw new CompletionException(FunctionPayload.failure(answer.payload()));
        }
        return FunctionPayload.value(answer.payload());
    }

    private static JsonNode optimized(FunctionAnswer answer) {
        JsonNode value = value(answer);
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        answer.header("X-Amz-Executed-Version").ifPresent(version -> result.put("ExecutedVersion", version));
        answer.header("X-Amz-Log-Result").ifPresent(log -> result.put("LogResult", log));
        result.set("Payload", value);
        ServiceMetadata.add(result, answer.status(), answer.headers(), answer.requestId());
        return result.put("StatusCode", answer.status());
    }

    /** AWS: the payload stays a text, and a function that threw does not fail the task. */
    private static JsonNode ofSdk(FunctionAnswer answer) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        answer.header("X-Amz-Executed-Version").ifPresent(version -> result.put("ExecutedVersion", version));
        answer.header("X-Amz-Function-Error").ifPresent(error -> result.put("FunctionError", error));
        answer.header("X-Amz-Log-Result").ifPresent(log -> result.put("LogResult", log));
        return result.put("Payload", answer.payload()).put("StatusCode", answer.status());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
