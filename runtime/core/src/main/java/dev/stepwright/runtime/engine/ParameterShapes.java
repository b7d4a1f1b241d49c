package dev.stepwright.runtime.engine;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.TemplateExpression;
import dev.stepwright.runtime.plan.TaskStep;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What no integration takes, whoever does the task here, a stub too. AWS: it does not make a text of a number or an object
 * but where it takes any JSON, as for the body of a message. Of all else that a service may take, its runner knows.
 */
final class ParameterShapes {
    private static final List<String[]> INVOCATION =
            paths("FunctionName", "Qualifier", "InvocationType", "LogType", "ClientContext");

    /** Where there are texts only: {@code []} stands for each element, {@code *} for each member. */
    private static final Map<String, List<String[]>> TEXTS = Map.of(
            "aws-sdk:lambda:invoke",
            INVOCATION,
            "batch:submitJob",
            paths(
                    "JobName",
                    "JobDefinition",
                    "JobQueue",
                    "Parameters.*",
                    "ContainerOverrides.Environment.[].Name",
                    "ContainerOverrides.Environment.[].Value"),
            "ecs:runTask",
            paths(
                    "Cluster",
                    "TaskDefinition",
                    "Overrides.ContainerOverrides.[].Environment.[].Name",
                    "Overrides.ContainerOverrides.[].Environment.[].Value"),
            "glue:startJobRun",
            paths("JobName", "Arguments.*"),
            "lambda:invoke",
            INVOCATION,
            "sns:publish",
            paths("TopicArn", "Subject"),
            "sqs:sendMessage",
            paths("QueueUrl", "MessageGroupId", "MessageDeduplicationId"),
            "states:startExecution",
            paths("StateMachineArn", "Name"));

    /** Where DynamoDB takes values by name, each with its type. */
    private static final List<String> ATTRIBUTES = List.of("Item", "Key", "ExpressionAttributeValues");

    private final List<String> problems = new ArrayList<>();

    private ParameterShapes() {}

    private static List<String[]> paths(String... paths) {
        return Stream.of(paths).map(path -> path.split("\\.")).toList();
    }

    /** @throws TaskFailure {@code States.Runtime} if a parameter does not have the shape that the service takes */
    static void check(TaskStep step, JsonNode parameters) throws TaskFailure {
        TaskResource resource = step.resource();
        if (resource.service().equals("local")) {
            return; // no integration
        }
        String action = resource.service() + ":" + resource.action().split("\\.", 2)[0];
        ParameterShapes shapes = new ParameterShapes();
        if (!step.isJsonata()) {
            shapes.template(parameters);
        }
        TEXTS.getOrDefault(action, List.of()).forEach(path -> shapes.texts(parameters, path, 0));
        switch (resource.service()) {
            case "apigateway" -> shapes.apiCall(parameters);
            case "dynamodb" -> ATTRIBUTES.forEach(name -> shapes.attributes(parameters.path(name)));
            case "lambda" -> shapes.payload(parameters.path("Payload"));
            default -> {}
        }
        if (!shapes.problems.isEmpty()) {
            throw TaskFailure.ofParameters(parameters, shapes.problems);
        }
    }

    /** AWS: what a template has given has to be one still. */
    private void template(JsonNode value) {
        value.properties().forEach(member -> {
            if (member.getKey().endsWith(".$") && !isExpression(member.getValue())) {
                problems.add("The value for the field '" + member.getKey()
                        + "' must be a valid JSONPath or a valid intrinsic function call");
            }
        });
        value.forEach(this::template);
    }

    private static boolean isExpression(JsonNode value) {
        try {
            return value.isString() && TemplateExpression.parse(value.stringValue()) != null;
        } catch (ExpressionSyntaxException e) {
            return false;
        }
    }

    private void texts(JsonNode value, String[] path, int at) {
        boolean isLast = at == path.length - 1;
        switch (path[at]) {
            case "[]" -> value.forEach(element -> texts(element, path, at + 1));
            case "*" -> value.properties().forEach(member -> text(member.getKey(), member.getValue()));
            default -> {
                if (isLast) {
                    text(path[at], value.path(path[at]));
                } else {
                    texts(value.path(path[at]), path, at + 1);
                }
            }
        }
    }

    private void text(String field, JsonNode value) {
        if (!value.isString() && !value.isNull() && !value.isMissingNode()) {
            problems.add("The value for the field '" + field + "' must be a STRING");
        }
    }

    /** AWS: reported of a number; objects and arrays become JSON text. */
    private void payload(JsonNode value) {
        if (!value.isContainer()) {
            text("Payload", value);
        }
    }

    private void attributes(JsonNode byName) {
        byName.properties().forEach(attribute -> attribute(attribute.getValue()));
    }

    private void attribute(JsonNode value) {
        text("S", value.path("S"));
        text("N", value.path("N"));
        attributes(value.path("M"));
        value.path("L").forEach(this::attribute);
    }

    /** AWS: recorded of the headers, each of which takes an array; reported of a query that is a text. */
    private void apiCall(JsonNode parameters) {
        if (parameters.path("Headers").valueStream().anyMatch(values -> !values.isArray())) {
            invalid("Headers");
        }
        if (parameters.path("QueryParameters").isString()) {
            invalid("QueryParameters");
        }
    }

    private void invalid(String field) {
        problems.add("The value of the field '" + field + "' has an invalid format");
    }
}
