package dev.stepwright.runtime;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code states:startExecution} in all patterns, {@code aws-sdk:sfn:startExecution} and {@code startSyncExecution}, against the machines of this
 * engine.
 */
final class NestedExecutions implements TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(NestedExecutions.class);
    private static final String SDK = "aws-sdk:sfn";

    private final Executions executions;
    private final Function<String, @Nullable Machine> machines;

    NestedExecutions(Executions executions, Function<String, @Nullable Machine> machines) {
        this.executions = executions;
        this.machines = machines;
    }

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        boolean isStart = resource.action().split("\\.", 2)[0].equals("startExecution");
        return resource.service().equals("states") && isStart
                || resource.service().equals(SDK) && (isStart || isSync(request));
    }

    /** Returns whether an Express execution is to be run to its end, as StartSyncExecution does. */
    private static boolean isSync(TaskRequest request) {
        return request.resource().action().equals("startSyncExecution");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        String arn = request.input().path("StateMachineArn").asString("");
        Machine machine = machines.apply(arn);
        if (machine == null) {
            refuse(request, completion, "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
            return () -> {};
        }
        if (isSync(request) && !machine.isExpress()) {
            refuse(
                    request,
                    completion,
                    "StateMachineTypeNotSupported",
                    "This operation is not supported by this type of state machine");
            return () -> {};
        }
        return start(machine, request, completion);
    }

    private Runnable start(Machine machine, TaskRequest request, TaskCompletion completion) {
        String given = name(request.input());
        if (given != null && !ResourceNames.isAllowed(given)) {
            refuse(request, completion, "InvalidName", "Invalid Name: '" + given + "'");
            return () -> {};
        }
        String name = given == null ? nameFrom(request) : given;
        try {
            ExecutionCell child = executions.startFor(
                    given == null ? null : request.attemptId(),
                    machine,
                    StartRequest.of(input(request.input().path("Input")))
                            .named(name)
                            .synchronous(isSync(request)));
            return follow(request, child, completion);
        } catch (ExecutionAlreadyExistsException | ExecutionLimitExceededException | IllegalArgumentException e) {
            return refused(request, completion, e);
        }
    }

    /** The task waits for the store, as its execution would. */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever cancels does not wait for that
    private Runnable startLater(TaskRequest request, TaskCompletion completion, Throwable reason) {
        LOG.debug("{}: the task \"{}\" waits for the store", request.executionArn(), request.stateName(), reason);
        CompletableFuture<Runnable> starting = new CompletableFuture<>();
        TimeSource.Alarm alarm = executions.later(() -> starting.complete(startAgain(request, completion)));
        return () -> {
            alarm.cancel();
            starting.thenAccept(Runnable::run);
        };
    }

    private Runnable startAgain(TaskRequest request, TaskCompletion completion) {
        try {
            return start(request, completion);
        } catch (RuntimeException e) { // nobody else would end the task
            if (!executions.isOpen()) {
                return () -> {}; // nothing may begin any more: it is outstanding in the store
            }
            completion.failed("States.TaskFailed", String.valueOf(e.getMessage()));
            return () -> {};
        }
    }

    private static String nameFrom(TaskRequest request) {
        return request.idOfStarted().toString();
    }

    /**
     * Returns what a start of this task stands for, if its name is taken: the child that the task has started before the engine stopped, or one that runs and
     * has the same input; null for none.
     */
    private @Nullable StoredExecution startedBefore(TaskRequest request) {
        Machine machine = machines.apply(request.input().path("StateMachineArn").asString(""));
        if (machine == null) {
            return null;
        }
        String given = name(request.input());
        StoredExecution before = executions.find(machine, given == null ? nameFrom(request) : given);
        if (before == null
                || given == null
                || request.attemptId().equals(before.header().startedBy())) {
            return before;
        }
        boolean isSame = before.end() == null
                && JsonValues.equal(
                        before.header().input(), input(request.input().path("Input")));
        return isSame ? before : null;
    }

    /** A child has been started and cannot be lost any more; {@code end} waits for its end. */
    private static void started(TaskRequest request, ExecutionHeader child, TaskCompletion completion, Runnable end) {
        JsonNode answer = ChildAnswers.started(request.resource(), child);
        switch (request.resource().pattern()) {
            case RESPONSE -> completion.succeeded(answer);
            case CALLBACK -> completion.submitted(answer);
            case JOB -> {
                completion.submitted(answer);
                end.run();
            }
        }
    }

    /** Waits for an execution wherever it is: it may have ended, or be still to be recovered. */
    private void await(TaskRequest request, String child, TaskCompletion completion) {
        executions.following().follow(child, answering(request, completion));
    }

    private Runnable refused(TaskRequest request, TaskCompletion completion, Throwable reason) {
        if (reason instanceof ExecutionLimitExceededException e
                && e.bound() == ExecutionLimitExceededException.Bound.WRITES) {
            return startLater(request, completion, reason);
        }
        StoredExecution before = reason instanceof ExecutionAlreadyExistsException ? startedBefore(request) : null;
        if (before != null) {
            started(
                    request,
                    before.header(),
                    completion,
                    () -> await(request, before.header().identity().arn(), completion));
            return cancelling(request, before.header());
        }
        if (reason instanceof ExecutionAlreadyExistsException) {
            refuse(request, completion, "ExecutionAlreadyExists", reason.getMessage());
        } else if (reason instanceof ExecutionLimitExceededException) {
            refuse(request, completion, "ExecutionLimitExceeded", reason.getMessage());
        } else if (reason instanceof IllegalArgumentException) {
            refuse(request, completion, "InvalidExecutionInput", reason.getMessage());
        } else {
            completion.failed("States.TaskFailed", String.valueOf(reason.getMessage()));
        }
        return () -> {};
    }

    private void refuse(TaskRequest request, TaskCompletion completion, String code, @Nullable String message) {
        boolean isSdk = isSdk(request);
        completion.failed((isSdk ? "Sfn" : "StepFunctions") + "." + code + "Exception", problem(message, isSdk));
    }

    private static boolean isSdk(TaskRequest request) {
        return request.resource().service().equals(SDK);
    }

    /** A child of this engine is taken up like its parent, or later, so it is followed again; one that has ended meanwhile is looked up. */
    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        if (request.resource().pattern() != TaskResource.Completion.JOB) {
            return () -> {};
        }
        String arn = submission.path("ExecutionArn").asString("");
        await(request, arn, completion);
        return abort(request, arn);
    }

    private String problem(@Nullable String message, boolean isSdk) {
        String id = executions.newId().toString();
        return isSdk
                ? message + " (Service: Sfn, Status Code: 400, Request ID: " + id + ")"
                : message + " (Service: AWSStepFunctions; Status Code: 400; Error Code: Request ID: " + id
                        + "; Proxy: null)";
    }

    private static @Nullable String name(JsonNode parameters) {
        JsonNode name = parameters.path("Name");
        return name.isString() ? name.stringValue() : null;
    }

    /** AWS: a null is not sent, so the child gets an empty object; a string is the JSON text of the input. */
    private static JsonNode input(JsonNode input) {
        if (input.isMissingNode() || input.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!input.isString()) {
            return input;
        }
        try {
            return JsonDocument.parse(input.stringValue()).root();
        } catch (JsonSyntaxException e) {
            return input;
        }
    }

    /** The task goes on once the child cannot be lost any more. Until then nobody knows whether what has its name is to be stopped with the task. */
    @SuppressWarnings("FutureReturnValueIgnored") // whoever cancels does not wait for that
    private Runnable follow(TaskRequest request, ExecutionCell child, TaskCompletion completion) {
        CompletableFuture<Runnable> cancelling = child.created()
                .handle((created, failure) ->
                        failure == null ? begun(request, child, completion) : refused(request, completion, failure))
                .exceptionally(failure -> {
                    completion.failed("States.TaskFailed", String.valueOf(Storing.reason(failure)));
                    return () -> {};
                });
        return () -> cancelling.thenAccept(Runnable::run);
    }

    private Runnable begun(TaskRequest request, ExecutionCell child, TaskCompletion completion) {
        if (isSync(request)) {
            run(child, completion);
        } else {
            started(
                    request,
                    child.header(),
                    completion,
                    () -> executions.following().follow(child, answering(request, completion)));
        }
        return cancelling(request, child.header());
    }

    /** Whoever waits for the end of a child stops it with the task. */
    private Runnable cancelling(TaskRequest request, ExecutionHeader child) {
        return request.resource().pattern() == TaskResource.Completion.JOB
                ? abort(request, child.identity().arn())
                : () -> {};
    }

    /** However it ends, that is the answer. AWS: it is not stopped when nobody waits for it any more. */
    private void run(ExecutionCell child, TaskCompletion completion) {
        executions
                .following()
                .follow(
                        child,
                        answering(completion, (header, end) -> completion.succeeded(ChildAnswers.run(header, end))));
    }

    private static Following.Follower answering(TaskRequest request, TaskCompletion completion) {
        return answering(completion, (header, end) -> answer(request.resource(), header, end, completion));
    }

    private static Following.Follower answering(
            TaskCompletion completion, BiConsumer<ExecutionHeader, ExecutionEnd> answer) {
        return (child, broken) -> {
            if (child == null || child.end() == null) {
                completion.failed("States.TaskFailed", String.valueOf(broken));
            } else {
                answer.accept(child.header(), child.end());
            }
        };
    }

    private Runnable abort(TaskRequest request, String arn) {
        return () -> {
            try {
                executions.stop(
                        arn,
                        null,
                        "The Task state in AWS Step Functions execution [" + request.executionArn()
                                + "] which was managing this resource was aborted");
            } catch (RuntimeException e) { // its parent goes on all the same
                LOG.error("{} could not be stopped with {}", arn, request.executionArn(), e);
            }
        };
    }

    private static void answer(
            TaskResource resource, ExecutionHeader child, ExecutionEnd end, TaskCompletion completion) {
        if (end.status() == ExecutionStatus.SUCCEEDED) {
            completion.succeeded(
                    ChildAnswers.description(child, end, resource.action().endsWith(":2")));
        } else {
            completion.failed("States.TaskFailed", JsonText.compact(ChildAnswers.description(child, end, false)));
        }
    }
}
