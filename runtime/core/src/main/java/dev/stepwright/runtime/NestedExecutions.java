package dev.stepwright.runtime;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code states:startExecution} in all patterns, and {@code aws-sdk:sfn:startExecution}, against the machines of this engine. */
final class NestedExecutions implements TaskRunner {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** AWS: a cause has at most so many characters. */
    private static final int LONGEST_CAUSE = 32_768;

    private final Executions executions;
    private final Function<String, @Nullable Machine> machines;

    NestedExecutions(Executions executions, Function<String, @Nullable Machine> machines) {
        this.executions = executions;
        this.machines = machines;
    }

    @Override
    public boolean serves(TaskRequest request) {
        TaskResource resource = request.resource();
        return (resource.service().equals("states") || resource.service().equals("aws-sdk:sfn"))
                && resource.action().split("\\.", 2)[0].equals("startExecution");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        boolean isSdk = request.resource().service().startsWith("aws-sdk:");
        String service = isSdk ? "Sfn" : "StepFunctions";
        String arn = request.input().path("StateMachineArn").asString("");
        Machine machine = machines.apply(arn);
        if (machine == null) {
            completion.failed(
                    service + ".StateMachineDoesNotExistException",
                    problem("State Machine Does Not Exist: '" + arn + "'", isSdk));
            return () -> {};
        }
        String given = name(request.input());
        String name = given == null ? nameFrom(request) : given;
        ExecutionCell child;
        try {
            child = executions.start(
                    machine, new StartRequest(name, input(request.input().path("Input")), null, null, null, null));
        } catch (ExecutionAlreadyExistsException e) {
            StoredExecution before = given == null ? executions.find(machine, name) : null;
            if (before != null) {
                return startedBefore(request.resource(), before, completion);
            }
            completion.failed(service + ".ExecutionAlreadyExistsException", problem(e.getMessage(), isSdk));
            return () -> {};
        } catch (ExecutionLimitExceededException e) {
            completion.failed(service + ".ExecutionLimitExceededException", problem(e.getMessage(), isSdk));
            return () -> {};
        } catch (IllegalArgumentException e) {
            completion.failed(service + ".InvalidExecutionInputException", problem(e.getMessage(), isSdk));
            return () -> {};
        }
        return follow(request.resource(), child, completion, request.executionArn());
    }

    /** A child of this engine is taken up like its parent, so it is followed again; one that has ended meanwhile is looked up. */
    @Override
    public Runnable resume(TaskRequest request, JsonNode submission, TaskCompletion completion) {
        if (request.resource().pattern() != TaskResource.Completion.JOB) {
            return () -> {};
        }
        String arn = submission.path("ExecutionArn").asString("");
        ExecutionCell child = executions.running(arn);
        if (child != null) {
            return watch(request.resource(), child, completion, request.executionArn());
        }
        StoredExecution ended = executions.find(arn).orElse(null);
        if (ended == null || ended.end() == null) {
            completion.failed("States.TaskFailed", "The execution " + arn + " is not there any more.");
        } else {
            answer(request.resource(), ended.header(), ended.end(), completion);
        }
        return () -> {};
    }

    private String problem(@Nullable String message, boolean isSdk) {
        String id = executions.newId().toString();
        return isSdk
                ? message + " (Service: Sfn, Status Code: 400, Request ID: " + id + ")"
                : message + " (Service: AWSStepFunctions; Status Code: 400; Error Code: Request ID: " + id
                        + "; Proxy: null)";
    }

    /** A task that is handed over again after the engine has stopped finds the child that it has started already. */
    private static String nameFrom(TaskRequest request) {
        return UUID.nameUUIDFromBytes(request.attemptId().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static Runnable startedBefore(TaskResource resource, StoredExecution child, TaskCompletion completion) {
        ObjectNode answer = answer(resource, child.header());
        if (resource.pattern() == TaskResource.Completion.RESPONSE) {
            completion.succeeded(answer);
            return () -> {};
        }
        completion.submitted(answer);
        if (resource.pattern() == TaskResource.Completion.JOB && child.end() != null) {
            answer(resource, child.header(), child.end(), completion);
        }
        return () -> {};
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

    private static Runnable follow(
            TaskResource resource, ExecutionCell child, TaskCompletion completion, String parentArn) {
        ObjectNode answer = answer(resource, child.header());
        switch (resource.pattern()) {
            case RESPONSE -> {
                completion.succeeded(answer);
                return () -> {};
            }
            case CALLBACK -> {
                completion.submitted(answer);
                return () -> {};
            }
            case JOB -> completion.submitted(answer);
        }
        return watch(resource, child, completion, parentArn);
    }

    private static ObjectNode answer(TaskResource resource, ExecutionHeader child) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("ExecutionArn", child.identity().arn());
        Instant start = child.identity().startTime();
        if (resource.service().startsWith("aws-sdk:")) {
            answer.put("StartDate", MILLISECONDS.format(start));
        } else {
            answer.put("StartDate", start.toEpochMilli());
        }
        return answer;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what the stage ends with is handled in it
    private static Runnable watch(
            TaskResource resource, ExecutionCell child, TaskCompletion completion, String parentArn) {
        child.end().whenComplete((end, broken) -> {
            if (end == null) {
                completion.failed("States.TaskFailed", String.valueOf(broken));
            } else {
                answer(resource, child.header(), end, completion);
            }
        });
        return () -> child.stop(
                null,
                "The Task state in AWS Step Functions execution [" + parentArn
                        + "] which was managing this resource was aborted");
    }

    private static void answer(
            TaskResource resource, ExecutionHeader child, ExecutionEnd end, TaskCompletion completion) {
        if (end.status() == ExecutionStatus.SUCCEEDED) {
            completion.succeeded(description(child, end, resource.action().endsWith(":2")));
        } else {
            completion.failed("States.TaskFailed", JsonText.compact(description(child, end, false)));
        }
    }

    /** The answer of DescribeExecution, members in alphabetical order. */
    private static JsonNode description(ExecutionHeader header, ExecutionEnd end, boolean isParsed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (end.cause() != null) {
            node.put("Cause", clipped(end.cause()));
        }
        if (end.error() != null) {
            node.put("Error", end.error());
        }
        node.put("ExecutionArn", header.identity().arn());
        set(node, "Input", header.input(), isParsed);
        node.putObject("InputDetails").put("Included", true);
        node.put("Name", header.identity().name());
        if (end.output() != null) {
            set(node, "Output", end.output(), isParsed);
            node.putObject("OutputDetails").put("Included", true);
        }
        boolean canBeRedriven = end.status() != ExecutionStatus.SUCCEEDED;
        node.put("RedriveCount", 0);
        node.put("RedriveStatus", canBeRedriven ? "REDRIVABLE" : "NOT_REDRIVABLE");
        if (!canBeRedriven) {
            node.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        node.put("StartDate", header.identity().startTime().toEpochMilli());
        node.put("StateMachineArn", header.identity().machineArn());
        node.put("Status", end.status().name());
        node.put("StopDate", end.time().toEpochMilli());
        return node;
    }

    /** Where executions are nested, each cause is quoted in the one around it, which doubles its length at every level. */
    private static String clipped(String cause) {
        return cause.length() <= LONGEST_CAUSE ? cause : cause.substring(0, LONGEST_CAUSE) + "...";
    }

    private static void set(ObjectNode node, String member, JsonNode value, boolean isParsed) {
        if (isParsed) {
            node.set(member, value);
        } else {
            node.put(member, JsonText.compact(value));
        }
    }
}
