package dev.stepwright.services;

import dev.stepwright.runtime.task.TaskFailure;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The credentials of a role, for which STS is asked again before they expire. */
final class AssumedRole implements AwsCredentialsProvider {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final ServiceClient sts;
    private final String role;
    private final CachedSupplier<AwsCredentials> credentials;

    AssumedRole(ServiceClient sts, String role) {
        this.sts = sts;
        this.role = role;
        this.credentials = CachedSupplier.builder(this::assume).build();
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return credentials.get();
    }

    private RefreshResult<AwsCredentials> assume() {
        JsonNode parameters =
                JsonNodeFactory.instance.objectNode().put("RoleArn", role).put("RoleSessionName", "stepwright");
        try {
            JsonNode answer = sts.operation("assumeRole")
                    .orElseThrow()
                    .call(parameters, new Caller("", null))
                    .json(Answers.OF_SDK)
                    .path("Credentials");
            Instant expires = Instant.parse(answer.path("Expiration").stringValue());
            AwsCredentials given = AwsSessionCredentials.create(
                    answer.path("AccessKeyId").stringValue(),
                    answer.path("SecretAccessKey").stringValue(),
                    answer.path("SessionToken").stringValue());
            return RefreshResult.builder(given)
                    .staleTime(expires)
                    .prefetchTime(expires.minus(MARGIN))
                    .build();
        } catch (TaskFailure e) {
            throw SdkClientException.create("the parameters of AssumeRole do not fit: " + e.getMessage(), e);
        }
    }
}
