package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.Spelling;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Integrations;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** A retry or catch rule names an error that never comes to it. */
final class UnknownErrorName extends Rule {
    private static final Names NAMES = new Names(List.of(
            "States.ALL",
            "States.TaskFailed",
            "States.Timeout",
            "States.HeartbeatTimeout",
            "States.Permissions",
            "States.ParameterPathFailure",
            "States.ResultPathMatchFailure",
            "States.ReferencePathConflict",
            "States.IntrinsicFailure",
            "States.QueryEvaluationError",
            "States.NoChoiceMatched",
            "States.BranchFailed",
            "States.ExceedToleratedFailureThreshold",
            "States.ItemReaderFailed",
            "States.ResultWriterFailed",
            "States.DataLimitExceeded",
            "States.Http.Socket"));

    /** How services spell themselves in the names of their errors; optimized and SDK integrations differ. */
    private static final Map<String, String> PREFIXES = Map.of(
            "lambda", "Lambda",
            "dynamodb", "DynamoDB",
            "aws-sdk:dynamodb", "DynamoDb",
            "sqs", "SQS",
            "aws-sdk:sqs", "Sqs",
            "sns", "SNS",
            "aws-sdk:sns", "Sns",
            "states", "StepFunctions",
            "aws-sdk:sfn", "Sfn",
            "events", "EventBridge");

    /** The errors that calls of functions end with most. */
    private static final Names OF_LAMBDA = new Names(List.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException",
            "Lambda.ResourceNotFoundException",
            "Lambda.ResourceNotReadyException",
            "Lambda.ResourceConflictException",
            "Lambda.Unknown"));

    /** Returns the names that mean something, of Step Functions and of calls of functions. */
    static List<String> names() {
        return Stream.of(NAMES, OF_LAMBDA)
                .flatMap(names -> names.all().stream())
                .toList();
    }

    UnknownErrorName() {
        super("ASL-ERR-004", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Set<String> raised = machine.parts().stream()
                .filter(part -> part.kind() == Kind.FAIL)
                .flatMap(part -> part.text("Error").stream())
                .collect(Collectors.toSet());
        machine.parts().stream()
                .filter(part -> part.kind() == Kind.RETRY_RULE || part.kind() == Kind.CATCH_RULE)
                .forEach(rule -> check(rule, raised, findings));
    }

    private void check(Part rule, Set<String> raised, Findings findings) {
        JsonNode names = rule.value("ErrorEquals");
        for (int i = 0; names.isArray() && i < names.size(); i++) {
            String name = names.get(i).asString("");
            JsonPointer at = rule.at("ErrorEquals").appendIndex(i);
            problem(rule, name)
                    .filter(problem -> !Text.isUnknown(name) && !raised.contains(name))
                    .ifPresent(problem -> findings.add(at(at, problem.message())
                            .mendedBy(problem.meant().map(meant -> Fix.spell(at, name, meant)))));
        }
    }

    /** @param meant the name that is probably meant */
    private record Problem(String message, Optional<String> meant) {
        static Optional<Problem> of(String message) {
            return Optional.of(new Problem(message, Optional.empty()));
        }
    }

    private static Optional<Problem> problem(Part rule, String name) {
        if (name.equals("States.Runtime")) {
            return Problem.of("States.Runtime cannot be retried or caught, even by name; remove it");
        }
        if (name.equals("States.BranchFailed")
                && rule.owner() != null
                && rule.owner().kind() == Kind.TASK) {
            return Problem.of("only Parallel states fail with States.BranchFailed; remove it");
        }
        if (name.equals("States.HeartbeatTimeout") && isTaskWithoutHeartbeat(rule)) {
            return Problem.of(
                    "States.HeartbeatTimeout needs HeartbeatSeconds, which the task does not have; add it, or remove the name");
        }
        if (!name.startsWith("States.")) {
            return misspeltService(rule, name).or(() -> ofLambda(rule, name)).or(() -> ofLanguage(name));
        }
        if (NAMES.contains(name) || name.startsWith("States.Http.StatusCode.")) {
            return Optional.empty();
        }
        Optional<String> near = NAMES.nearest(name);
        return Optional.of(
                new Problem("ASL has no error %s%s".formatted(Words.quote(name), Words.didYouMean(near)), near));
    }

    /** An error of the language, but for its prefix. Only a person can make {@code State.ALL} stand alone and last. */
    private static Optional<Problem> ofLanguage(String name) {
        String prefix = name.substring(0, Math.max(0, name.indexOf('.')));
        return Spelling.distance(prefix, "States") > 1
                ? Optional.empty()
                : NAMES.nearest(name)
                        .map(near -> new Problem(
                                "the errors of ASL begin with States., so %s never matches; did you mean %s?"
                                        .formatted(Words.quote(name), Words.quote(near)),
                                Optional.of(near).filter(meant -> !meant.equals("States.ALL"))));
    }

    private static boolean isTaskWithoutHeartbeat(Part rule) {
        Part task = rule.owner();
        return task != null
                && task.kind() == Kind.TASK
                && !task.has("HeartbeatSeconds")
                && !task.has("HeartbeatSecondsPath")
                && !task.misspells("HeartbeatSeconds");
    }

    /** A misspelt error of Lambda; or one of them where an integration that exists calls no function. Who answers a callback may name any error. */
    private static Optional<Problem> ofLambda(Part rule, String name) {
        Optional<TaskResource> resource = Optional.ofNullable(rule.owner()).flatMap(Part::resource);
        if (!name.startsWith("Lambda.") || resource.isEmpty()) {
            return Optional.empty();
        }
        boolean isCall = resource.get().type() == TaskResource.Type.LAMBDA
                || resource.get().type() == TaskResource.Type.UNKNOWN
                || resource.get().service().endsWith("lambda");
        if (isCall) {
            return OF_LAMBDA.contains(name)
                    ? Optional.empty()
                    : OF_LAMBDA
                            .nearest(name)
                            .map(near -> new Problem(
                                    "Lambda has no error %s; did you mean %s?"
                                            .formatted(Words.quote(name), Words.quote(near)),
                                    Optional.of(near)));
        }
        return resource.get().type() == TaskResource.Type.INTEGRATION
                        && resource.get().pattern().isEmpty()
                        && Integrations.has(resource.get())
                        && OF_LAMBDA.contains(name)
                ? Problem.of("%s comes only from calls to Lambda functions, and this task makes none; remove it"
                        .formatted(Words.quote(name)))
                : Optional.empty();
    }

    private static Optional<Problem> misspeltService(Part rule, String name) {
        String prefix = name.substring(0, Math.max(0, name.indexOf('.')));
        return Optional.ofNullable(rule.owner())
                .flatMap(Part::resource)
                .map(resource -> PREFIXES.getOrDefault(resource.service(), ""))
                .filter(right -> right.equalsIgnoreCase(prefix) && !right.equals(prefix))
                .map(right -> new Problem(
                        "the errors of this integration begin with %s., so %s never matches; names are case-sensitive"
                                .formatted(right, Words.quote(name)),
                        Optional.of(right + name.substring(prefix.length()))));
    }
}
