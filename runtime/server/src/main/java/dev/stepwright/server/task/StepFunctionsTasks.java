package dev.stepwright.server.task;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.ExecutionLimitExceededException;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.api.StartExecution;
import dev.stepwright.services.ServiceMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tasks that call this service itself: {@code states:startExecution} in all patterns and every {@code aws-sdk:sfn} action. They go
 * through the same operations as calls from outside, so that nested executions are listed, named and versioned like others.
 */
public final class StepFunctionsTasks implements TaskRunner {
    private static final String OPTIMIZED = "states";
    private static final String SDK = "aws-sdk:sfn";

    /** The code of what is no refusal of the API. */
    private static final String FAULT = "InternalFailure";

    private final Function<String, @Nullable Operation<?>> operations;
    private final BiFunction<TaskRequest, JsonNode, CompletableFuture<? extends Record>> children;
    private final Function<String, CompletionStage<?>> ends;
    private final Supplier<UUID> requestIds;
    private final BooleanSupplier isOpen;
    private final Workplace workplace;

    /**
     * @param operations the operations by their names
     * @param children StartExecution for a task, which finds the execution that it has started before; throws an {@link ApiError} if it is refused
     * @param ends a stage that completes when the execution of an ARN has ended, or its end cannot be told
     * @param isOpen whether the engine takes anything on; false once it is being closed
     */
    public StepFunctionsTasks(
            Function<String, @Nullable Operation<?>> operations,
            BiFunction<TaskRequest, JsonNode, CompletableFuture<? extends Record>> children,
            Function<String, CompletionStage<?>> ends,
            Supplier<UUID> requestIds,
            BooleanSupplier isOpen,
            Workplace workplace) {
        this.operations = operations;
        this.children = children;
        this.ends = ends;
        this.requestIds = requestIds;
        this.isOpen = isOpen;
        this.workplace = workplace;
    }

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return (resource.service().equals(SDK) && operation(resource) != null)
                || (resource.service().equals(OPTIMIZED) && action(resource).equals("startExecution"));
    }

    private @Nullable Operation<?> operation(TaskResource resource) {
        String action = action(resource);
        return operations.apply(action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1));
    }

    private static String action(TaskResource resource) {
        return resource.action().split("\\.", 2)[0];
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        Operation<?> operation = Objects.requireNonNull(operation(request.resource()));
        Set<String> members = operation.members();
        JsonNode body = PascalJson.request(request.input());
        List<String> problems = new ArrayList<>();
        for (String name : request.input().propertyNames()) {
            String member = name.isEmpty() ? name : PascalJson.apiName(name);
            if (member.equals(name) || !members.contains(member)) {
                problems.add("The field \"" + name + "\" is not supported by Step Functions");
            } else if (body.has(member)) {
                operation
                        .misfit(member, body.path(member))
                        .map(ApiError::getMessage)
                        .ifPresent(problem -> problems.add(misfit(name, problem)));
            }
        }
        if (!problems.isEmpty()) {
            throw TaskFailure.ofParameters(request.input(), problems);
        }
    }

    /** AWS: reported of texts and of integers. */
    private static String misfit(String name, String problem) {
        if (problem.endsWith("a String")) {
            return "The value for the field '" + name + "' must be a STRING";
        }
        return problem.endsWith("an Integer")
                ? "The value for the field '" + name + "' must be an INTEGER"
                : "The value of the field '" + name + "' has an invalid format";
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        JsonNode body = PascalJson.request(request.input());
        CompletableFuture<Runnable> starting = new CompletableFuture<>();
        Runnable unused = workplace.start(() -> starting.complete(
                action(request.resource()).equals("startExecution")
                        ? startExecution(request, body, completion)
                        : call(request, body, completion)));
        return cancelling(starting);
    }

    /** On a thread that waits, as whoever calls from outside, until what the operation does cannot be lost any more. */
    private Runnable call(TaskRequest request, JsonNode body, TaskCompletion completion) {
        CompletableFuture<? extends Record> answer =
                call(Objects.requireNonNull(operation(request.resource())).name(), body);
        CompletableFuture<?> unused = answer.whenComplete((done, failure) -> {
            if (failure == null) {
                succeed(request, PascalJson.ofSdk(done), completion);
            } else {
                fail(request, failure, completion);
            }
        });
        return () -> answer.cancel(false);
    }

    /** It is not known yet how what is being started is stopped. */
    private static Runnable cancelling(CompletableFuture<Runnable> starting) {
        return () -> {
            CompletableFuture<?> unused = starting.thenAccept(Runnable::run);
        };
    }

    private static void succeed(TaskRequest request, JsonNode answer, TaskCompletion completion) {
        if (request.resource().pattern() == TaskResource.Completion.CALLBACK) {
            completion.submitted(answer);
        } else {
            completion.succeeded(answer);
        }
    }

    /** What an engine refuses since it is being closed is outstanding in the store, for the engine after this one. */
    private void fail(TaskRequest request, Throwable failure, TaskCompletion completion) {
        ApiError error = error(failure);
        if (error.code().equals(FAULT) && !isOpen.getAsBoolean()) {
            return;
        }
        if (isSdk(request)) {
            completion.failed("Sfn." + name(error), causeOfSdk(error));
        } else {
            completion.failed("StepFunctions." + name(error), cause(error));
        }
    }

    private static boolean isSdk(TaskRequest request) {
        return request.resource().service().equals(SDK);
    }

    /** On a thread that waits until the child cannot be lost any more. Where the store cannot take it yet, the task waits, as its execution would. */
    private Runnable startExecution(TaskRequest request, JsonNode body, TaskCompletion completion) {
        StartExecution.Answer started;
        try {
            started = (StartExecution.Answer) children.apply(request, body).join();
        } catch (RuntimeException | Error e) { // whatever it is: nobody else would end the task
            if (e.getCause() instanceof ExecutionLimitExceededException refused
                    && refused.bound() == ExecutionLimitExceededException.Bound.WRITES) {
                return startLater(request, completion);
            }
            fail(request, e, completion);
            return () -> {};
        }
        if (isSdk(request)) {
            succeed(request, PascalJson.ofSdk(started), completion);
            return () -> {};
        }
        ObjectNode answer = PascalJson.optimized(started);
        String id = requestIds.get().toString();
        ServiceMetadata.add(answer, 200, Map.of("x-amzn-RequestId", List.of(id)), id);
        if (request.resource().pattern() != TaskResource.Completion.JOB) {
            succeed(request, answer, completion);
            return () -> {};
        }
        completion.submitted(answer);
        return await(request, started.executionArn(), completion);
    }

    private Runnable startLater(TaskRequest request, TaskCompletion completion) {
        CompletableFuture<Runnable> starting = new CompletableFuture<>();
        Runnable timer = workplace.after(Workplace.PAUSE, () -> starting.complete(start(request, completion)));
        return () -> {
            timer.run();
            cancelling(starting).run();
        };
    }

    private Runnable await(TaskRequest request, String child, TaskCompletion completion) {
        CompletionStage<?> unused = ends.apply(child).whenComplete((end, failure) -> ended(request, child, completion));
        return () -> stop(child, request.executionArn());
    }

    /** A child goes on like its parent, so its end is waited for again; where it has come meanwhile, that is the answer. */
    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        if (request.resource().pattern() != TaskResource.Completion.JOB) {
            return () -> {};
        }
        return await(request, submission.path("ExecutionArn").asString(""), completion);
    }

    private void ended(TaskRequest request, String child, TaskCompletion completion) {
        DescribeExecution.Answer answer;
        try {
            answer = (DescribeExecution.Answer) call(
                            "DescribeExecution",
                            JsonNodeFactory.instance.objectNode().put("executionArn", child))
                    .join();
        } catch (RuntimeException e) { // whatever it is: nobody else would end the task
            fail(request, e, completion);
            return;
        }
        ObjectNode description = PascalJson.optimized(answer);
        if (!answer.status().equals("SUCCEEDED")) {
            completion.failed("States.TaskFailed", JsonText.compact(description));
            return;
        }
        if (request.resource().action().endsWith(":2")) {
            parse(description, "Input");
            parse(description, "Output");
        }
        completion.succeeded(description);
    }

    private static void parse(ObjectNode description, String member) {
        JsonNode text = description.get(member);
        if (text != null) {
            description.set(member, JavaValues.mapper().readTree(text.stringValue()));
        }
    }

    private void stop(String child, String parent) {
        JsonNode request = JsonNodeFactory.instance
                .objectNode()
                .put("executionArn", child)
                .put(
                        "cause",
                        "The Task state in AWS Step Functions execution [" + parent
                                + "] which was managing this resource was aborted");
        CompletableFuture<?> unused = call("StopExecution", request);
    }

    private CompletableFuture<? extends Record> call(String operation, JsonNode body) {
        try {
            return Objects.requireNonNull(operations.apply(operation)).call(body);
        } catch (RuntimeException | Error e) { // whatever it is: nobody else would end the task
            return CompletableFuture.failedFuture(e);
        }
    }

    private static ApiError error(Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return reason instanceof ApiError error ? error : ApiError.of(FAULT, String.valueOf(reason.getMessage()));
    }

    private static String name(ApiError error) {
        return error.code().endsWith("Exception") ? error.code() : error.code() + "Exception";
    }

    private String cause(ApiError error) {
        return "%s (Service: AWSStepFunctions; Status Code: 400; Error Code: %s; Request ID: %s; Proxy: null)"
                .formatted(error.getMessage(), error.code(), requestIds.get());
    }

    private String causeOfSdk(ApiError error) {
        return "%s (Service: Sfn, Status Code: 400, Request ID: %s) (SDK Attempt Count: 1)"
                .formatted(error.getMessage(), requestIds.get());
    }
}
