package dev.stepwright.server.task;

import dev.stepwright.services.AwsClients;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Whose credentials sign calls that are made without a client of the SDK. */
final class OwnCredentials {
    private OwnCredentials() {}

    /** @throws IllegalArgumentException if the call is to be made as a role */
    static AwsCredentialsProvider at(URI endpoint, Optional<String> role) {
        if (role.isPresent()) {
            throw new IllegalArgumentException("this server signs API calls only with its own credentials, not as "
                    + role.get() + "; remove Credentials from the state");
        }
        return AwsClients.credentials(endpoint);
    }
}
