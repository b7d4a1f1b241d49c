package dev.stepwright.services.http;

import static dev.stepwright.services.http.OneClusterTask.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import tools.jackson.databind.JsonNode;

/** {@code eks:call}. */
class EksCallTest {
    private static final String NO_AUTHORITY = "YW55";
    private static final String PODS = ", \"Method\": \"GET\", \"Path\": \"/api/v1/pods\"";

    private final FakeApi api = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
    }

    private static OneClusterTask task(EksTasks tasks) {
        return OneClusterTask.of(EngineConfig.builder(), tasks, "call");
    }

    private static EksTasks signing() {
        return EksTasks.create()
                .signing(role -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(role.map(any -> "of-role").orElse("own-key"), "any")));
    }

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void a_cluster_is_called_by_method_path_and_query() {
        api.answering(201, "application/json", "{\"kind\": \"ConfigMap\"}");
        try (OneClusterTask task = task(EksTasks.create())) {
            JsonNode result = task.result(parameters(api.address() + "/", NO_AUTHORITY, """
                    , "Method": "POST", "Path": "/api/v1/configmaps?a=b",
                    "QueryParameters": {"labelSelector": ["job-name=x"]}, "RequestBody": {"kind": "ConfigMap"}"""));

            assertThat(result.path("ResponseBody")).isEqualTo(json("{\"kind\": \"ConfigMap\"}"));
            assertThat(result.path("StatusCode").intValue()).isEqualTo(201);
            assertThat(result.path("StatusText").stringValue()).isEqualTo("Created");
            assertThat(result.at("/Headers/content-type")).isEqualTo(json("[\"application/json\"]"));
        }
        assertThat(api.call().method()).isEqualTo("POST");
        assertThat(api.call().target()).isEqualTo("/api/v1/configmaps?a=b&labelSelector=job-name%3Dx");
        assertThat(api.call().body()).isEqualTo("{\"kind\":\"ConfigMap\"}");
        assertThat(api.call().header("Content-type")).isEqualTo("[application/json]");
        assertThat(api.call().header("Authorization")).isEqualTo("[]");
    }

    @Test
    void a_patch_is_one_that_every_object_takes() {
        api.answering(200, "application/json", "{}");
        try (OneClusterTask task = task(EksTasks.create())) {
            JsonNode unused = task.result(parameters(
                    api.address(), NO_AUTHORITY, ", \"Method\": \"PATCH\", \"Path\": \"/a\", \"RequestBody\": {}"));
        }
        assertThat(api.call().header("Content-type")).isEqualTo("[application/merge-patch+json]");
    }

    @Test
    void a_refusal_is_an_error_that_tells_the_answer() {
        api.answering(401, "application/json", "{\"kind\": \"Status\", \"code\": 401}");
        try (OneClusterTask task = task(EksTasks.create())) {
            assertThat(task.failure(parameters(api.address(), NO_AUTHORITY, PODS)))
                    .isEqualTo(
                            new Outcome.Failed<>(
                                    "EKS.401",
                                    "{\"ResponseBody\":{\"kind\":\"Status\",\"code\":401},\"StatusCode\":401,\"StatusText\":\"Unauthorized\"}"));
        }
    }

    @Test
    void the_token_is_a_signed_call_of_sts_for_this_cluster() {
        api.answering(200, "application/json", "{}");
        try (OneClusterTask task = task(signing())) {
            JsonNode unused = task.result(parameters(api.address(), NO_AUTHORITY, PODS));
        }
        String token = api.call().header("Authorization").replaceAll("\\[Bearer (.*)]", "$1");
        assertThat(token).startsWith("k8s-aws-v1.");
        String url = new String(
                Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())), StandardCharsets.UTF_8);
        assertThat(url)
                .startsWith("https://sts.eu-west-1.amazonaws.com/?")
                .contains(
                        "Action=GetCallerIdentity",
                        "Version=2011-06-15",
                        "X-Amz-Credential=own-key%2F",
                        "%2Feu-west-1%2Fsts%2Faws4_request",
                        "X-Amz-Expires=60",
                        "X-Amz-SignedHeaders=host%3Bx-k8s-aws-id",
                        "X-Amz-Signature=");
        assertThat(token).doesNotContain("=");
    }

    @Test
    void the_role_of_the_state_calls_where_there_is_one() {
        api.answering(200, "application/json", "{}");
        try (OneClusterTask call = task(signing())) {
            OneClusterTask task = call.with("\"Credentials\": {\"RoleArn\": \"arn:aws:iam::123456789012:role/r\"},");
            JsonNode unused = task.result(parameters(api.address(), NO_AUTHORITY, PODS));
        }
        String token = api.call().header("Authorization").replaceAll(".*v1\\.(.*)]", "$1");
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .contains("X-Amz-Credential=of-role");
    }

    @Test
    void the_region_of_the_token_is_that_of_the_cluster() {
        Cluster cluster = new Cluster("c", "https://AB12.gr7.cn-north-1.eks.amazonaws.com.cn", NO_AUTHORITY);

        assertThat(cluster.region("eu-west-1")).isEqualTo("cn-north-1");
        String token = ClusterToken.of("c", "cn-north-1", AwsBasicCredentials.create("a", "b"));
        assertThat(new String(Base64.getUrlDecoder().decode(token.substring(11)), StandardCharsets.UTF_8))
                .startsWith("https://sts.cn-north-1.amazonaws.com.cn/?");
    }

    @Test
    void only_the_authority_of_the_cluster_is_trusted(@TempDir Path folder, @TempDir Path otherFolder)
            throws Exception {
        TestIdentity identity = TestIdentity.in(folder);
        try (FakeApi encrypted = new FakeApi(identity.context()).answering(200, "application/json", "{}");
                OneClusterTask task = task(EksTasks.create())) {
            assertThat(task.result(parameters(encrypted.address(), identity.authority(), PODS))
                            .path("StatusCode")
                            .intValue())
                    .isEqualTo(200);
            assertThat(encrypted.calls).hasSize(1);

            Outcome.Failed<JsonNode> failed = task.failure(
                    parameters(encrypted.address(), TestIdentity.in(otherFolder).authority(), PODS));
            assertThat(failed.error()).isEqualTo("EKS.SdkClientException");
            assertThat(failed.cause()).startsWith("no answer from 127.0.0.1:").contains("SSLHandshakeException");
            assertThat(encrypted.calls).hasSize(1);
        }
    }

    @Test
    void an_authority_without_a_certificate_is_told() {
        try (OneClusterTask task = task(signing())) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(parameters("https://cluster.example.com", NO_AUTHORITY, PODS));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).contains("the CertificateAuthority has no certificate");
        }
    }

    @Test
    void a_cluster_elsewhere_is_not_called_without_credentials(@TempDir Path folder) throws Exception {
        String authority = TestIdentity.in(folder).authority();
        try (OneClusterTask task = task(EksTasks.create())) {
            Outcome.Failed<JsonNode> failed = task.failure(parameters("https://cluster.example.com", authority, PODS));

            assertThat(failed.error()).isEqualTo("States.TaskFailed");
            assertThat(failed.cause()).contains("EksTasks.signing");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://cluster.example.com | YW55 | /a | Endpoint",
                "https://user@cluster.example.com | YW55 | /a | Endpoint",
                "https://cluster.example.com?a | YW55 | /a | Endpoint",
                "ftp://127.0.0.1 | YW55 | /a | Endpoint",
                "https://cluster.example.com | a | /a | CertificateAuthority",
                "https://cluster.example.com | YW55 | @evil.example.com/ | Path",
                "https://cluster.example.com | YW55 | /a b | Path",
            })
    void what_is_no_place_of_a_cluster_is_refused(String endpoint, String authority, String path, String field) {
        try (OneClusterTask task = task(signing())) {
            Outcome.Failed<JsonNode> failed =
                    task.failure(parameters(endpoint, authority, ", \"Method\": \"GET\", \"Path\": \"" + path + "\""));

            assertThat(failed.error()).isEqualTo("States.Runtime");
            assertThat(failed.cause()).endsWith("[The value of the field '" + field + "' has an invalid format]");
        }
    }

    @Test
    void all_that_is_wrong_with_the_parameters_is_told() {
        try (OneClusterTask task = task(EksTasks.create())) {
            assertThat(task.failure("{\"Method\": \"OPTIONS\", \"Headers\": {}}")
                            .cause())
                    .endsWith("[The field \"Headers\" is not supported by Step Functions,"
                            + " The value of the field 'Method' has an invalid format,"
                            + " The field 'Path' is required but was missing,"
                            + " The field 'ClusterName' is required but was missing,"
                            + " The field 'Endpoint' is required but was missing,"
                            + " The field 'CertificateAuthority' is required but was missing]");
        }
    }
}
