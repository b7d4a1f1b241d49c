package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Whose credentials sign calls.
 *
 * @param credentials of a role, or of whoever runs the machine; null if nothing can be signed
 * @param what is signed, in messages
 * @param setting what says whose credentials these are, in messages
 */
record Signers(
        @Nullable Function<Optional<String>, ? extends AwsCredentialsProvider> credentials,
        String what,
        String setting) {
    boolean areKnown() {
        return credentials != null;
    }

    /**
     * Returns the credentials that sign a call.
     *
     * @param role of the task; null if it has none of its own
     * @throws TaskFailure if there are none
     */
    AwsCredentials of(@Nullable String role) throws TaskFailure {
        if (credentials == null) {
            throw refused("say whose credentials sign them, by " + setting, null);
        }
        try {
            return credentials.apply(Optional.ofNullable(role)).resolveCredentials();
        } catch (RuntimeException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    private TaskFailure refused(String reason, @Nullable Exception cause) {
        TaskFailure failure = new TaskFailure("States.TaskFailed", what + " cannot be signed: " + reason);
        failure.initCause(cause);
        return failure;
    }
}
