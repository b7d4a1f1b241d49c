package dev.stepwright.services.http;

import dev.stepwright.runtime.task.TaskFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signs calls of APIs. */
record ApiSignature(Signers signers) {
    private static final Pattern AT_AWS = Pattern.compile(".*\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");

    /**
     * Returns the request with its signature.
     *
     * @param role of the task; null if it has none of its own
     * @param region of the execution, for APIs that do not tell theirs
     * @throws TaskFailure if there are no credentials
     */
    Message signed(Message message, @Nullable String role, String region) throws TaskFailure {
        AwsCredentials signer = signers.of(role);
        Matcher atAws = AT_AWS.matcher(message.url().getHost());
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.valueOf(message.method()))
                .uri(message.url())
                .headers(message.headers())
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(signer)
                        .request(request)
                        .payload(ContentStreamProvider.fromUtf8String(message.body() == null ? "" : message.body()))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, atAws.matches() ? atAws.group(1) : region));
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(signed.request().headers());
        headers.remove("Host"); // the client sets it, to the same
        return new Message(message.method(), message.url(), headers, message.body());
    }
}
