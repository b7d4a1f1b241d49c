package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The credentials of the roles that {@code Credentials} of Task states name. */
final class Roles {
    /** Names of roles may come from the input of executions; those of more roles are asked for again. */
    private static final int MOST = 1_000;

    private final @Nullable Function<String, ? extends AwsCredentialsProvider> credentials;
    private final Map<String, AwsCredentialsProvider> known = new ConcurrentHashMap<>();

    /** @param credentials of a role; asked once for each, or again after many others. Null if no role can be assumed */
    Roles(@Nullable Function<String, ? extends AwsCredentialsProvider> credentials) {
        this.credentials = credentials;
    }

    /** @throws TaskFailure if the task is to be done as a role that cannot be assumed */
    Caller caller(TaskRequest request) throws TaskFailure {
        // the same if the task is handed over again after the engine has stopped: the call may have been made
        String token = request.idOfStarted().toString();
        String role = request.roleArn();
        if (role == null) {
            return new Caller(token, null);
        }
        if (credentials == null) {
            throw refused(role, "say whose credentials these are, by AwsServices.assuming");
        }
        if (known.size() > MOST) {
            known.clear();
        }
        try {
            // asked for here, since a role that is refused is none of the service's errors
            AwsCredentials resolved = known.computeIfAbsent(role, credentials).resolveCredentials();
            return new Caller(token, StaticCredentialsProvider.create(resolved));
        } catch (RuntimeException e) {
            TaskFailure failure = refused(role, String.valueOf(e.getMessage()));
            failure.initCause(e);
            throw failure;
        }
    }

    /** AWS: a role that cannot be assumed has no error name of its own. */
    private static TaskFailure refused(String role, String reason) {
        return new TaskFailure(
                "States.TaskFailed", "The task state's role, " + role + ", cannot be assumed: " + reason);
    }
}
