package dev.stepwright.server.trial;

import dev.stepwright.json.JavaValues;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.TestState;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What AWS asks of a request beside its members' lengths. */
final class RequestChecks {
    private static final Set<String> WITH_MOCK = Set.of("Task", "Map", "Parallel");

    private RequestChecks() {}

    /**
     * Checks a request.
     *
     * @throws ApiError in the words of AWS
     */
    static void check(TestState request, TriedState tried) {
        TestState.Mock mock = request.mock();
        if (mock == null) {
            checkWithoutMock(request, tried);
            return;
        }
        if (request.revealSecrets()) {
            throw ApiError.validation("TestState does not support RevealSecrets when a mock is specified.");
        }
        if (!WITH_MOCK.contains(tried.type())) {
            throw ApiError.validation("State type '" + tried.type() + "' is not supported when a mock is specified");
        }
        if ((mock.result() == null) == (mock.errorOutput() == null)) {
            throw ApiError.validation(
                    "A test mock should have only one of the following fields: [result, errorOutput].");
        }
        if (mock.errorOutput() != null && mock.errorOutput().error() == null) {
            throw ApiError.validation("A test mock with errorOutput should have the following field: [error].");
        }
        JsonNode result = result(mock);
        if (result != null) {
            checkResult(request, tried, mock, result);
        }
    }

    private static void checkWithoutMock(TestState request, TriedState tried) {
        String type = tried.type();
        if (type.equals("Map") || type.equals("Parallel")) {
            throw ApiError.of(
                    "InvalidDefinition",
                    "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
        }
        if (type.equals("Task") && request.roleArn() == null) {
            throw ApiError.validation("RoleArn must be specified when testing a Task state");
        }
        if (type.equals("Task")) {
            checkAnswers(
                    TaskResource.parse(tried.state().json().path("Resource").asString("")));
        }
        if (request.stateConfiguration().mapIterationFailureCount() != null) {
            throw ApiError.validation(
                    "TestState does not support MapIterationFailureCount when a mock is not specified.");
        }
        if (request.context() != null) {
            throw ApiError.validation("TestState does not support Context when a mock is not specified.");
        }
    }

    /** AWS: only what answers by itself is tried; what ends later than its call, or is done by a worker, must be mocked. */
    private static void checkAnswers(TaskResource resource) {
        if (resource.family() == TaskResource.Family.ACTIVITY
                || resource.pattern() != TaskResource.Completion.RESPONSE) {
            throw ApiError.of(
                    "InvalidDefinition",
                    "TestState API does not support Activity tasks, or the service integration patterns '.sync' and '.waitForTaskToken', when a mock is not specified. Received: "
                            + resource.text());
        }
    }

    private static void checkResult(TestState request, TriedState tried, TestState.Mock mock, JsonNode result) {
        switch (tried.type()) {
            case "Map" -> checkMap(request, tried, result);
            case "Parallel" -> checkParallel(tried, result);
            default -> checkAnswer(tried, mock, result);
        }
    }

    private static void checkAnswer(TriedState tried, TestState.Mock mock, JsonNode result) {
        if (!mock.fieldValidationMode().equals("NONE")) {
            ResultModels.of(tried.resource())
                    .ifPresent(model ->
                            model.check(result, mock.fieldValidationMode().equals("STRICT")));
        }
    }

    private static void checkMap(TestState request, TriedState tried, JsonNode result) {
        if (tried.state().json().has("ResultWriter")) {
            if (!result.isObject()) {
                throw ApiError.validation("Mocked result must be a JSON object.");
            }
            return;
        }
        if (!result.isArray()) {
            throw ApiError.validation("Mocked result must be an array.");
        }
        checkFailures(request, result.size());
    }

    /** Checks that no more iterations have failed than there are. */
    static void checkFailures(TestState request, int iterations) {
        Integer failed = request.stateConfiguration().mapIterationFailureCount();
        if (failed != null && failed > iterations) {
            throw ApiError.validation(
                    "Map iteration failure count must be less than or equal to the number of Map iterations");
        }
    }

    private static void checkParallel(TriedState tried, JsonNode result) {
        if (!result.isArray()) {
            throw ApiError.validation("Mocked result must be an array.");
        }
        if (result.size() != tried.state().json().path("Branches").size()) {
            throw ApiError.validation(
                    "Mocked result must contain the same number of items as number of Parallel branches.");
        }
    }

    /** Returns the mocked result; null where an error is mocked. */
    static @Nullable JsonNode result(TestState.Mock mock) {
        return mock.result() == null ? null : json(mock.result(), "Mocked result must be valid JSON");
    }

    static JsonNode json(String text, String problem) {
        try {
            JsonNode value = JavaValues.mapper().readTree(text);
            if (value != null && !value.isMissingNode()) {
                return value;
            }
        } catch (JacksonException e) {
            // Told in the words of AWS, which do not say where.
        }
        throw ApiError.validation(problem);
    }
}
