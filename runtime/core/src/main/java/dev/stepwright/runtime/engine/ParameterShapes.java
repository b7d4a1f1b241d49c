package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskResource;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What is refused before a task is scheduled. AWS: recorded of the headers of API Gateway, each of which takes an array; all else is for
 * whoever does the task to say.
 */
final class ParameterShapes {
    private ParameterShapes() {}

    /** @throws EvaluationFailure {@code States.Runtime} if a parameter does not have the shape that the service takes */
    static void check(TaskResource resource, JsonNode parameters) {
        if (resource.service().equals("apigateway")
                && parameters.path("Headers").valueStream().anyMatch(values -> !values.isArray())) {
            String problem = "The value of the field 'Headers' has an invalid format";
            TaskFailure failure = TaskFailure.ofParameters(parameters, List.of(problem));
            throw new EvaluationFailure(ExecutionError.RUNTIME, Objects.requireNonNull(failure.causeText()), null);
        }
    }
}
