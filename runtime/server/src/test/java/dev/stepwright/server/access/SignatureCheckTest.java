package dev.stepwright.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpCall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Calls that the signer of the AWS SDK has signed, and what becomes of them when somebody changes them. */
class SignatureCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BODY = "{\"stateMachineArn\":\"arn\"}";

    private final SignatureCheck check = new SignatureCheck(
            GivenUsers.of(GivenUsers.ada("[]").replace("[]", all())), "us-east-1", InstantSource.fixed(NOW));

    private static String all() {
        return "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}";
    }

    /** A request under construction. */
    private static final class Request {
        private String path = "/";
        private String query = "";
        private String region = "us-east-1";
        private String service = "states";
        private String key = GivenUsers.KEY;
        private String secret = GivenUsers.SECRET;
        private Instant time = NOW;
        private final Map<String, String> more = new HashMap<>();

        Map<String, List<String>> signed() {
            SdkHttpRequest.Builder request = SdkHttpRequest.builder()
                    .method(SdkHttpMethod.POST)
                    .uri(URI.create("http://127.0.0.1:8083" + path + (query.isEmpty() ? "" : "?" + query)))
                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                    .putHeader("X-Amz-Target", "AWSStepFunctions.StartExecution");
            more.forEach(request::putHeader);
            Map<String, List<String>> headers = new HashMap<>();
            AwsV4HttpSigner.create()
                    .sign(sign -> sign.identity(AwsBasicCredentials.create(key, secret))
                            .request(request.build())
                            .payload(ContentStreamProvider.fromUtf8String(BODY))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
                    .request()
                    .headers()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), new ArrayList<>(values)));
            return headers;
        }
    }

    private static HttpCall call(Map<String, List<String>> headers) {
        return call("/", "", headers, BODY);
    }

    private static HttpCall call(String path, String query, Map<String, List<String>> headers, String body) {
        return new HttpCall(
                "POST",
                path,
                query,
                new Headers() {
                    @Override
                    public List<String> all(String name) {
                        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
                    }

                    @Override
                    public Set<String> names() {
                        return headers.keySet();
                    }
                },
                body.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(HttpCall call, String code, String message) {
        assertThatThrownBy(() -> check.caller(call)).isInstanceOfSatisfying(ApiError.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.type()).startsWith("com.amazon.coral.service#");
            assertThat(error.getMessage()).contains(message).doesNotContain(GivenUsers.SECRET);
        });
    }

    @Test
    void a_signed_call_is_that_of_the_user_who_has_the_key() {
        assertThat(check.caller(call(new Request().signed())).name()).isEqualTo("ada");
    }

    @Test
    void an_address_with_a_query_and_spaces_is_signed_as_well() {
        Request request = new Request();
        request.path = "/a%20b/c~d";
        request.query = "z=%C3%A4%20%2B&a=1&a=0&flag";

        assertThat(check.caller(call("/a b/c~d", request.query, request.signed(), BODY))
                        .name())
                .isEqualTo("ada");
        assertRefused(
                call("/a b/c~e", request.query, request.signed(), BODY),
                "InvalidSignatureException",
                "does not match the signature you provided");
    }

    @Test
    void a_header_with_many_spaces_is_signed_as_one_with_one() {
        Request request = new Request();
        request.more.put("X-Amz-Note", "  a   b  ");

        assertThat(check.caller(call(request.signed())).name()).isEqualTo("ada");
    }

    @Test
    void nothing_of_a_call_can_be_changed() {
        String refused = "The request signature we calculated does not match the signature you provided.";
        assertRefused(call("/", "", new Request().signed(), BODY + " "), "InvalidSignatureException", refused);
        assertRefused(call("/", "a=1", new Request().signed(), BODY), "InvalidSignatureException", refused);
        for (String name : List.of("host", "x-amz-target", "content-type")) {
            Map<String, List<String>> headers = new Request().signed();
            headers.put(name, List.of("another"));
            assertRefused(call(headers), "InvalidSignatureException", refused);
        }
        Map<String, List<String>> twice = new Request().signed();
        twice.get("x-amz-target").add("AWSStepFunctions.DeleteStateMachine");
        assertRefused(call(twice), "InvalidSignatureException", refused);
        Request other = new Request();
        other.secret = GivenUsers.SECRET.toLowerCase(Locale.ROOT);
        assertRefused(call(other.signed()), "InvalidSignatureException", refused);
    }

    @Test
    void what_tells_the_operation_must_be_signed() {
        Map<String, List<String>> headers = new Request().signed();
        headers.put("x-amz-other", List.of("x"));
        assertRefused(
                call(headers),
                "InvalidSignatureException",
                "'x-amz-other' must be a 'SignedHeader' in the AWS Authorization.");

        Map<String, List<String>> without = new Request().signed();
        without.compute("authorization", (name, values) -> List.of(values.get(0).replace("host;", "")));
        assertRefused(
                call(without),
                "InvalidSignatureException",
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void a_signed_header_must_be_there() {
        Map<String, List<String>> headers = new Request().signed();
        headers.remove("content-type");

        assertRefused(
                call(headers),
                "IncompleteSignatureException",
                "'content-type' is named as a SignedHeader, but it does not exist in the HTTP request");
    }

    @ParameterizedTest(name = "{0} away is refused: {1}")
    @CsvSource({"PT-5M, false", "PT5M, false", "PT-5M-1S, true", "PT5M1S, true", "PT-24H, true"})
    void a_signature_holds_for_five_minutes(Duration away, boolean isRefused) {
        Request request = new Request();
        request.time = NOW.plus(away);

        if (isRefused) {
            assertRefused(
                    call(request.signed()),
                    "InvalidSignatureException",
                    away.isNegative()
                            ? "Signature expired: 2026"
                            : "Signature not yet current: 20260301T120501Z is still later"
                                    + " than 20260301T120500Z (20260301T120000Z + 5 min.)");
        } else {
            assertThat(check.caller(call(request.signed())).name()).isEqualTo("ada");
        }
    }

    @Test
    void a_signature_is_for_this_service_and_region_and_its_own_day() {
        Request region = new Request();
        region.region = "eu-west-1";
        assertRefused(
                call(region.signed()), "InvalidSignatureException", "Credential should be scoped to a valid region.");
        Request service = new Request();
        service.service = "sqs";
        assertRefused(
                call(service.signed()),
                "InvalidSignatureException",
                "Credential should be scoped to correct service: 'states'.");
        Map<String, List<String>> headers = new Request().signed();
        headers.put("x-amz-date", List.of("20260228T120000Z"));
        assertRefused(call(headers), "InvalidSignatureException", "Date in Credential scope does not match YYYYMMDD");
    }

    @Test
    void an_unknown_key_and_a_session_are_no_security_token_of_this_server() {
        Request unknown = new Request();
        unknown.key = "AKIAI44QH8DHBEXAMPLE";
        assertRefused(
                call(unknown.signed()),
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
        Request session = new Request();
        session.more.put("X-Amz-Security-Token", "token");
        assertRefused(
                call(session.signed()),
                "UnrecognizedClientException",
                "The security token included in the request is invalid.");
    }

    @Test
    void a_body_is_signed_whatever_a_header_says_of_it() {
        Request request = new Request();
        request.more.put("x-amz-content-sha256", "UNSIGNED-PAYLOAD");

        assertRefused(
                call("/", "", request.signed(), "{}"),
                "InvalidSignatureException",
                "The request signature we calculated does not match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Bearer abc",
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 ",
                "AWS4-HMAC-SHA256 Credential",
                "AWS4-HMAC-SHA256 Credential=, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/20260301/us-east-1/states/aws4_request, SignedHeaders=host",
                "AWS4-HMAC-SHA256 Credential=a/20260301/us-east-1/states/aws4_request, Credential=b/20260301/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0",
                "AWS4-ECDSA-P256-SHA256 Credential=a/20260301/states/aws4_request, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/20260301/us-east-1/states/aws4_request, SignedHeaders=;;;, Signature=0",
            })
    void an_authorization_that_is_none_is_incomplete(String authorization) {
        Map<String, List<String>> headers = new Request().signed();
        headers.put("authorization", List.of(authorization));

        assertRefused(call(headers), "IncompleteSignatureException", "");
    }

    @Test
    void a_call_has_one_authorization() {
        Map<String, List<String>> headers = new Request().signed();
        headers.get("authorization").add(headers.get("authorization").get(0));
        assertRefused(call(headers), "IncompleteSignatureException", "one Authorization header, found 2");

        headers.remove("authorization");
        assertRefused(call(headers), "MissingAuthenticationTokenException", "Missing Authentication Token");
    }

    @Test
    void a_time_must_be_one() {
        for (String time : List.of("today", "20260301", "20261301T120000Z", "20260301T120000Z,20260301T120000Z")) {
            Map<String, List<String>> headers = new Request().signed();
            headers.put("x-amz-date", List.of(time));
            assertRefused(call(headers), "IncompleteSignatureException", "Date must be in ISO-8601 'basic format'.");
        }
        Map<String, List<String>> headers = new Request().signed();
        headers.compute("authorization", (name, values) -> List.of(values.get(0).replace("x-amz-date;", "")));
        headers.remove("x-amz-date");
        assertRefused(call(headers), "IncompleteSignatureException", "either a 'X-Amz-Date' or a 'Date' header");
        headers.put("date", List.of("Sun, 1 Mar 2026 12:00:00 GMT"));
        assertRefused(call(headers), "InvalidSignatureException", "does not match");
    }

    @Test
    void a_header_is_signed_once() {
        Map<String, List<String>> headers = new Request().signed();
        headers.compute(
                "authorization",
                (name, values) -> List.of(values.get(0).replace("content-type;", "content-type;".repeat(2))));

        assertRefused(call(headers), "IncompleteSignatureException", "SignedHeaders must name each header once.");
    }

    @Test
    void long_headers_are_read_in_no_time() {
        String names = "host;".repeat(100_000);
        for (String authorization : List.of(
                "AWS4-HMAC-SHA256 " + "a=b,".repeat(200_000),
                "AWS4-HMAC-SHA256 Credential=" + "/".repeat(900_000) + ", SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=a/20260301/us-east-1/states/aws4_request, SignedHeaders=" + names
                        + ", Signature=0")) {
            Map<String, List<String>> headers = new Request().signed();
            headers.put("authorization", List.of(authorization));

            assertThatThrownBy(() -> check.caller(call(headers))).isInstanceOf(ApiError.class);
        }
    }
}
