package dev.stepwright.server.task;

import dev.stepwright.services.AwsClients;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Whose credentials sign calls that are made without a client of the SDK: the server's own, found once and not at each call. */
record OwnCredentials(AwsCredentialsProvider own) implements Function<Optional<String>, AwsCredentialsProvider> {
    static OwnCredentials at(URI endpoint) {
        return new OwnCredentials(AwsClients.credentials(endpoint));
    }

    /** @throws IllegalArgumentException if the call is to be made as a role */
    @Override
    public AwsCredentialsProvider apply(Optional<String> role) {
        if (role.isPresent()) {
            throw new IllegalArgumentException("this server signs API calls only with its own credentials, not as "
                    + role.get() + "; remove Credentials from the state");
        }
        return own;
    }
}
