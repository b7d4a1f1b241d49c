package dev.stepwright.services;

import dev.stepwright.json.Placeholders;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskResource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What a task ends with whose role may not make its call, named and worded as by the service itself. */
public final class AccessDenied {
    private static final String SDK = "aws-sdk:";
    private static final String CODE = "AccessDeniedException";

    /** Optimized integrations that have an exception of this name; all others have their generic one. */
    private static final Set<String> NAMED = Set.of("bedrock", "databrew", "ecs", "eks", "events", "glue");

    /** Services whose protocol answers with status 400, whatever the client has done wrong. */
    private static final Set<String> STATUS_400 = Set.of(
            "athena", "codebuild", "dynamodb", "ecs", "elasticmapreduce", "events", "glue", "sagemaker", "states");

    private final SortedMap<String, String> clients;

    private AccessDenied(SortedMap<String, String> clients) {
        this.clients = clients;
    }

    /** Returns what spells the errors of SDK integrations as the clients on the class path; those of others begin with a capital letter. */
    public static AccessDenied ofClassPath() {
        return new AccessDenied(SdkOnClassPath.clients(AccessDenied.class.getClassLoader()));
    }

    /**
     * Returns the failure of a task.
     *
     * @param message who may not do what, and why
     * @param requestId of the call that would have been made
     */
    public TaskFailure of(TaskResource resource, String message, String requestId) {
        String service = resource.service();
        if (service.startsWith(SDK)) {
            return ofSdk(prefix(service.substring(SDK.length())), message, requestId);
        }
        return switch (service) {
            case "http" -> new TaskFailure("Events.ConnectionResource.AccessDenied", message);
            case "apigateway" -> new TaskFailure("ApiGateway.403", message);
            case "sns" ->
                optimized(
                        "SNS.AuthorizationErrorException", "AmazonSNS", "AuthorizationError", 403, message, requestId);
            case "states" ->
                optimized("StepFunctions.AWSStepFunctionsException", "AWSStepFunctions", CODE, 400, message, requestId);
            default -> ofIntegration(resource, message, requestId);
        };
    }

    private static TaskFailure ofIntegration(TaskResource resource, String message, String requestId) {
        String service = resource.service();
        Optional<Integration> known = service.equals("lambda") || Placeholders.isOne(resource.text())
                ? Optional.of(Integration.LAMBDA)
                : Integration.of(service, ServiceTasks.action(resource));
        if (known.isEmpty()) {
            return new TaskFailure("States.Permissions", message);
        }
        Integration integration = known.get();
        String code = List.of("s3", "sqs").contains(service) ? "AccessDenied" : CODE;
        String name = NAMED.contains(service) ? code : integration.genericException();
        return optimized(
                integration.prefix() + "." + name,
                integration.formerName(),
                code,
                STATUS_400.contains(service) ? 400 : 403,
                message,
                requestId);
    }

    private static TaskFailure optimized(
            String error, String service, String code, int status, String message, String requestId) {
        return new TaskFailure(error, Failures.optimizedCause(message, service, status, code, requestId));
    }

    private static TaskFailure ofSdk(String prefix, String message, String requestId) {
        return new TaskFailure(
                prefix + "." + prefix + "Exception",
                "%s (Service: %s, Status Code: 400, Request ID: %s) (SDK Attempt Count: 1)"
                        .formatted(message, prefix, requestId));
    }

    private String prefix(String service) {
        String client = clients.get(service);
        return client == null
                ? service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1)
                : client.substring(client.lastIndexOf('.') + 1).replaceFirst("Client$", "");
    }
}
