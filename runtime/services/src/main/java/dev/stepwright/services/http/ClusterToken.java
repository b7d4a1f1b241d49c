package dev.stepwright.services.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * What tells a cluster of EKS who calls: a signed request to STS, which the cluster makes to hear whose signature that is.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-auth.html">AWS: How clusters authenticate</a>
 */
final class ClusterToken {
    private static final Duration VALID = Duration.ofSeconds(60);

    private ClusterToken() {}

    /**
     * Returns a token.
     *
     * @param cluster its name; no other cluster accepts the token
     * @param region of the cluster
     */
    static String of(String cluster, String region, AwsCredentials signer) {
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create(
                        "https://sts." + region + "." + domain + "/?Action=GetCallerIdentity&Version=2011-06-15"))
                .putHeader("x-k8s-aws-id", cluster)
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(signer)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALID));
        byte[] url = signed.request().getUri().toString().getBytes(StandardCharsets.UTF_8);
        return "k8s-aws-v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(url);
    }
}
