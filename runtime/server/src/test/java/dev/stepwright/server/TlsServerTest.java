package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.tls.TestTls;
import dev.stepwright.server.tls.Tls;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that speaks TLS. */
class TlsServerTest {
    private static final String LONG = "x".repeat(200_000);

    @TempDir
    private static Path folder;

    private static TestTls keys;

    @BeforeAll
    static void make() throws Exception {
        keys = TestTls.in(folder, "rsa", "ec", "ed25519");
    }

    private static RunningServer start(String kind) throws Exception {
        Tls tls = keys.tls(kind);
        return RunningServer.start(config -> config.tls(tls).pollTime(Duration.ofMinutes(1)));
    }

    private static HttpRequest call(RunningServer server, String operation, String body) {
        return HttpRequest.newBuilder(URI.create(server.server().endpoint() + "/"))
                .header("X-Amz-Target", "AWSStepFunctions." + operation)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec", "ed25519"})
    void it_answers_whom_its_certificate_convinces(String name) throws Exception {
        try (RunningServer server = start(name)) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(keys.trusting(name)).build();
            assertThat(server.server().endpoint().toString()).matches("https://127.0.0.1:\\d+");

            HttpResponse<String> large = client.send(
                    call(
                            server,
                            "TestState",
                            "{\"definition\": \"{\\\"Type\\\":\\\"Pass\\\",\\\"End\\\":true}\", \"input\": \"\\\""
                                    + LONG + "\\\"\"}"),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(large.statusCode()).as(large.body()).isEqualTo(200);
            assertThat(large.body()).contains(LONG);
            assertThat(large.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void a_worker_that_hangs_up_gets_no_task() throws Exception {
        try (RunningServer server = start("ec")) {
            SSLContext trusting = keys.trusting("ec");
            HttpClient client = HttpClient.newBuilder().sslContext(trusting).build();
            client.send(call(server, "CreateActivity", "{\"name\":\"a\"}"), HttpResponse.BodyHandlers.ofString());
            String activity = "arn:aws:states:us-east-1:123456789012:activity:a";
            String poll = "{\"activityArn\":\"" + activity + "\"}";
            try (Socket gone = trusting.getSocketFactory()
                    .createSocket("127.0.0.1", server.server().endpoint().getPort())) {
                OutputStream out = gone.getOutputStream();
                out.write(
                        ("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AWSStepFunctions.GetActivityTask\r\nContent-Length: "
                                        + poll.length() + "\r\n\r\n" + poll)
                                .getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            String definition =
                    "{\\\"StartAt\\\":\\\"A\\\",\\\"States\\\":{\\\"A\\\":{\\\"Type\\\":\\\"Task\\\",\\\"Resource\\\":\\\""
                            + activity + "\\\",\\\"End\\\":true}}}";
            client.send(
                    call(
                            server,
                            "CreateStateMachine",
                            "{\"name\":\"m\",\"roleArn\":\"" + RunningServer.ROLE + "\",\"definition\":\"" + definition
                                    + "\"}"),
                    HttpResponse.BodyHandlers.ofString());

            CompletableFuture<HttpResponse<String>> task =
                    client.sendAsync(call(server, "GetActivityTask", poll), HttpResponse.BodyHandlers.ofString());
            client.send(
                    call(
                            server,
                            "StartExecution",
                            "{\"stateMachineArn\":\"arn:aws:states:us-east-1:123456789012:stateMachine:m\"}"),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(task.get(20, TimeUnit.SECONDS).body()).contains("taskToken");
        }
    }

    @Test
    void who_speaks_no_tls_gets_no_answer_and_stops_nobody_else() throws Exception {
        try (RunningServer server = start("ec")) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(keys.trusting("ec")).build();
            try (Socket plain =
                    new Socket("127.0.0.1", server.server().endpoint().getPort())) {
                plain.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                String answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).doesNotContain("HTTP/1.1 200");
            }

            for (String path : Stream.of("/health", "/").toList()) {
                assertThat(client.send(
                                        HttpRequest.newBuilder(URI.create(
                                                        server.server().endpoint() + path))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }
}
