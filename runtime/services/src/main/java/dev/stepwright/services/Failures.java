package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Exceptions of the SDK as errors of tasks. */
final class Failures {
    private Failures() {}

    /** Returns the error of an SDK integration: the client's prefix, the name of the exception, its message. */
    static TaskFailure ofSdk(String prefix, RuntimeException thrown) {
        String name = thrown instanceof AwsServiceException service
                ? isNamed(service) ? name(service) : prefix + "Exception"
                : "SdkClientException";
        return new TaskFailure(prefix + "." + name, message(thrown));
    }

    /** Returns the error of an optimized integration, which is worded as the first SDK for Java does. */
    static TaskFailure optimized(Integration integration, RuntimeException thrown) {
        if (!(thrown instanceof AwsServiceException service)) {
            return new TaskFailure(integration.prefix() + ".SdkClientException", message(thrown));
        }
        String name = isNamed(service) ? name(service) : integration.genericException();
        @Nullable AwsErrorDetails details = service.awsErrorDetails();
        return new TaskFailure(
                integration.prefix() + "." + name,
                optimizedCause(
                        details == null ? service.getMessage() : details.errorMessage(),
                        integration.formerName(),
                        service.statusCode(),
                        details == null ? null : details.errorCode(),
                        service.requestId()));
    }

    /** Returns the cause of an optimized integration's failure. */
    static String optimizedCause(
            @Nullable String message, String service, int status, @Nullable String code, @Nullable String requestId) {
        return "%s (Service: %s; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
                .formatted(message, service, status, code, requestId);
    }

    /** The exceptions that a service names extend its own generic one, which extends that of all services. */
    private static boolean isNamed(AwsServiceException thrown) {
        Class<?> parent = thrown.getClass().getSuperclass();
        return thrown.getClass() != AwsServiceException.class && parent != AwsServiceException.class;
    }

    private static String name(AwsServiceException thrown) {
        return thrown.getClass().getSimpleName();
    }

    private static String message(RuntimeException thrown) {
        return thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
    }
}
