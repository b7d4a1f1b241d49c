package dev.stepwright.runtime;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code aws-sdk:sfn:sendTaskSuccess}, {@code sendTaskFailure} and {@code sendTaskHeartbeat}, on the tasks of this engine. */
final class TokenCalls implements TaskRunner {
    private static final Set<String> ACTIONS = Set.of("sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat");

    private final TaskTokens tokens;
    private final Supplier<UUID> ids;

    TokenCalls(TaskTokens tokens, Supplier<UUID> ids) {
        this.tokens = tokens;
        this.ids = ids;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().service().equals("aws-sdk:sfn")
                && ACTIONS.contains(request.resource().action());
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        try {
            call(request.resource().action(), request.input()).whenComplete((done, failure) -> {
                if (failure == null) {
                    completion.succeeded(JsonNodeFactory.instance.objectNode());
                } else {
                    fail(completion, failure instanceof CompletionException ? failure.getCause() : failure);
                }
            });
        } catch (TaskTokenException | IllegalStateException e) {
            fail(completion, e);
        } catch (JsonSyntaxException e) {
            completion.failed("Sfn.InvalidOutputException", "Invalid Output: '" + e.getMessage() + "'");
        }
        return () -> {};
    }

    private void fail(TaskCompletion completion, @Nullable Throwable failure) {
        String error = "Sfn.SdkClientException";
        if (failure instanceof TaskTokenException e) {
            error = switch (e.reason()) {
                case INVALID_TOKEN -> "Sfn.InvalidTokenException";
                case TASK_DOES_NOT_EXIST -> "Sfn.TaskDoesNotExistException";
                case TASK_TIMED_OUT -> "Sfn.TaskTimedOutException";
            };
        }
        completion.failed(
                error,
                (failure == null ? "" : failure.getMessage()) + " (Service: Sfn, Status Code: 400, Request ID: "
                        + ids.get() + ") (SDK Attempt Count: 1)");
    }

    private CompletableFuture<Void> call(String action, JsonNode parameters) {
        String token = parameters.path("TaskToken").asString("");
        return switch (action) {
            case "sendTaskSuccess" -> tokens.succeed(token, output(parameters.path("Output")));
            case "sendTaskFailure" ->
                tokens.fail(token, text(parameters.path("Error")), text(parameters.path("Cause")));
            default -> {
                tokens.heartbeat(token);
                yield CompletableFuture.completedFuture(null);
            }
        };
    }

    private static JsonNode output(JsonNode output) {
        return output.isString() ? JsonDocument.parse(output.stringValue()).root() : output;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }
}
