package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A call of a Lambda function that does not retry the errors of the service itself. */
final class LambdaNotRetried extends Rule {
    private static final List<String> TRANSIENT = List.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException");

    LambdaNotRetried() {
        super("ASL-ERR-008", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        boolean isLambda = part.resource()
                .filter(resource ->
                        resource.type() == TaskResource.Type.LAMBDA || resource.isIntegration("lambda", "invoke"))
                .isPresent();
        if (!isLambda) {
            return;
        }
        Set<String> retried = part.value("Retry")
                .valueStream()
                .flatMap(rule -> rule.path("ErrorEquals").valueStream())
                .map(name -> name.asString(""))
                .collect(Collectors.toSet());
        List<String> missing =
                TRANSIENT.stream().filter(name -> !retried.contains(name)).toList();
        if (!missing.isEmpty() && !retried.contains("States.ALL") && !retried.contains("States.TaskFailed")) {
            findings.add(at(
                    part.at("Resource"),
                    "the Lambda service itself can fail temporarily; add a retry rule for " + Words.allOf(missing)));
        }
    }
}
