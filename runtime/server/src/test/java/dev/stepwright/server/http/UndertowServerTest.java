package dev.stepwright.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UndertowServerTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress("127.0.0.1", 0);

    private final UndertowServer server = new UndertowServer(null);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_body_of_two_megabytes_arrives_whole() throws Exception {
        server.start(ANY_PORT, call -> now(200, call.method() + " " + call.body().length));

        HttpResponse<String> response = post("x".repeat(2 << 20));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("POST " + (2 << 20));
    }

    @Test
    void a_long_body_is_read_only_if_the_head_says_it_is_worth_it() throws Exception {
        HttpService service = new HttpService() {
            @Override
            public CompletableFuture<HttpAnswer> serve(HttpCall call) {
                return now(200, "read " + call.body().length);
            }

            @Override
            public boolean takesLongBody(HttpCall head) {
                return "ada".equals(head.headers().first("User"));
            }
        };
        server.start(ANY_PORT, service);

        assertThat(told("short", 16 << 10)).contains("200 OK").endsWith("read " + (16 << 10));
        assertThat(told("ada", 20_000)).contains("200 OK").endsWith("read 20000");
        assertThat(told("stranger", 20_000))
                .contains("200 OK", "Connection: close")
                .endsWith("read 0");
    }

    /** Returns all that comes back for a body, of which a stranger sends nothing. */
    private String told(String user, int length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String head = "POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nUser: " + user + "\r\nContent-Length: "
                    + length + "\r\n\r\n";
            String body = user.equals("stranger") ? "" : "x".repeat(length);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_body_beyond_the_limit_is_refused() throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 100000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\r\nContent-Type: application/x-amz-json-1.0\r\n")
                    .endsWith("#RequestEntityTooLargeException\",\"message\":\"The body is longer than 16777216 bytes, "
                            + "the most that the server reads of a call\"}");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 41943040", "Transfer-Encoding: chunked"})
    void who_sends_all_of_a_body_beyond_the_limit_before_reading_gets_to_read_the_answer(String length)
            throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));
        boolean isChunked = length.endsWith("chunked");
        byte[] part = ((isChunked ? "100000\r\n" : "") + "x".repeat(1 << 20) + (isChunked ? "\r\n" : ""))
                .getBytes(StandardCharsets.US_ASCII);

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream to = socket.getOutputStream();
            to.write(("POST / HTTP/1.1\r\nHost: here\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 40; sent++) {
                to.write(part);
            }
            if (isChunked) {
                to.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ")
                    .endsWith("the most that the server reads of a call\"}");
        }
    }

    @Test
    void who_asks_before_sending_a_body_beyond_the_limit_is_told_at_once() throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Length: 20000000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void a_body_of_unknown_length_beyond_the_limit_is_refused_without_a_word_in_the_log() throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));
        byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream to = socket.getOutputStream();
            to.write("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent < 16; sent++) {
                to.write(chunk);
            }
            to.write("1\r\nx".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\r\nContent-Type: application/x-amz-json-1.0\r\n")
                    .endsWith("#RequestEntityTooLargeException\",\"message\":\"The body is longer than 16777216 bytes, "
                            + "the most that the server reads of a call\"}");
        } finally {
            System.setErr(before);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest(name = "{0} bytes")
    @CsvSource({"65000, 200", "66000, 400"})
    void a_head_beyond_the_limit_is_refused(int length, int status) throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: here\r\nAuthorization: " + "x".repeat(length)
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(socket.getInputStream().readNBytes(12))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("HTTP/1.1 " + status);
        }
    }

    @Test
    void bodies_beyond_what_all_may_have_together_are_refused_until_others_are_answered() throws Exception {
        try (UndertowServer small = new UndertowServer(Duration.ofMinutes(1), 100)) {
            CompletableFuture<HttpAnswer> later = new CompletableFuture<>();
            CountDownLatch asked = new CountDownLatch(1);
            small.start(ANY_PORT, call -> {
                if (call.body().length < 80) {
                    return now(200, "read");
                }
                asked.countDown();
                return later;
            });
            CompletableFuture<HttpResponse<String>> first =
                    client.sendAsync(request(small, "x".repeat(80)), ofString());
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> refused = client.send(request(small, "x".repeat(30)), ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("#ServiceUnavailable\"", "The server has no memory for this body");
            assertThat(client.send(request(small, "x".repeat(10)), ofString()).statusCode())
                    .isEqualTo(200);
            assertThat(client.send(HttpRequest.newBuilder(address(small)).build(), ofString())
                            .statusCode())
                    .isEqualTo(200);
            later.complete(new HttpAnswer(200, Map.of(), new byte[0]));
            first.join();

            assertThat(client.send(request(small, "x".repeat(70)), ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_body_of_unknown_length_counts_as_what_it_has() throws Exception {
        try (UndertowServer small = new UndertowServer(Duration.ofMinutes(1), (16 << 20) + 100)) {
            CompletableFuture<HttpAnswer> later = new CompletableFuture<>();
            CountDownLatch asked = new CountDownLatch(1);
            small.start(ANY_PORT, call -> {
                asked.countDown();
                return call.body().length == 2 ? now(200, "read") : later;
            });
            CompletableFuture<HttpResponse<String>> unused = client.sendAsync(chunked(small, "long"), ofString());
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            assertThat(client.send(chunked(small, "{}"), ofString()).statusCode())
                    .isEqualTo(200);
            later.complete(new HttpAnswer(200, Map.of(), new byte[0]));
        }
    }

    @Test
    void a_caller_that_asks_before_it_sends_a_body_is_told_to_go_on() throws Exception {
        server.start(ANY_PORT, call -> now(200, "read"));

        HttpResponse<String> response = client.sendAsync(
                        HttpRequest.newBuilder(request("{}"), (name, value) -> true)
                                .expectContinue(true)
                                .build(),
                        ofString())
                .get(10, TimeUnit.SECONDS);

        assertThat(response.body()).isEqualTo("read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HT", "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n{"})
    void a_caller_that_does_not_send_the_rest_is_hung_up_on(String begun) throws Exception {
        try (UndertowServer impatient = new UndertowServer(Duration.ofMillis(20), 1000)) {
            impatient.start(ANY_PORT, call -> now(200, "read"));

            try (Socket socket = new Socket("127.0.0.1", impatient.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));

                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void an_answer_may_come_later_and_from_another_thread() throws Exception {
        CompletableFuture<HttpAnswer> later = new CompletableFuture<>();
        CountDownLatch asked = new CountDownLatch(1);
        server.start(ANY_PORT, call -> {
            asked.countDown();
            return later;
        });

        CompletableFuture<HttpResponse<String>> response = client.sendAsync(request("{}"), ofString());
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        later.complete(new HttpAnswer(201, Map.of("X-Test", "yes"), "late".getBytes(StandardCharsets.UTF_8)));

        assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(response.get().headers().firstValue("X-Test")).contains("yes");
        assertThat(response.get().body()).isEqualTo("late");
    }

    @Test
    void no_answer_is_taken_for_something_else_or_given_to_another_site() throws Exception {
        server.start(ANY_PORT, call -> now(200, "<script>"));

        assertThat(post("").headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
    }

    @Test
    void a_service_that_throws_lets_nobody_wait() throws Exception {
        server.start(ANY_PORT, call -> {
            throw new StackOverflowError();
        });

        assertThat(client.sendAsync(request("{}"), ofString())
                        .get(10, TimeUnit.SECONDS)
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void an_answer_is_cancelled_when_the_caller_hangs_up() throws Exception {
        CompletableFuture<HttpAnswer> never = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = never.handle((answer, failure) -> null);
        CountDownLatch asked = new CountDownLatch(1);
        server.start(ANY_PORT, call -> {
            asked.countDown();
            return never;
        });

        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        }

        cancelled.get(10, TimeUnit.SECONDS);
        assertThat(never).isCancelled();
    }

    @Test
    void a_service_that_fails_gives_an_empty_500() throws Exception {
        server.start(ANY_PORT, call -> CompletableFuture.failedFuture(new IllegalStateException("inside")));

        HttpResponse<String> response = post("{}");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void a_port_in_use_is_told() {
        server.start(ANY_PORT, call -> now(200, ""));
        UndertowServer second = new UndertowServer(null);

        assertThatThrownBy(() -> second.start(new InetSocketAddress("127.0.0.1", server.port()), call -> now(200, "")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining(String.valueOf(server.port()));
    }

    @Test
    void a_call_that_is_at_work_while_the_server_closes_is_no_error_in_the_log() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        server.start(ANY_PORT, call -> {
            int port = server.port();
            worker.complete(Thread.currentThread());
            asked.countDown();
            while (isListening(port)) {
                Thread.onSpinWait();
            }
            return now(200, "too late");
        });
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            CompletableFuture<HttpResponse<String>> unused = client.sendAsync(request("{}"), ofString());
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            server.close();
            worker.get().join(10_000);
        } finally {
            System.setErr(before);
        }

        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    /** Returns whether a port is taken. Nobody connects to it to find out: a connection that a server did not get to accept is one more thing in its log. */
    private static boolean isListening(int port) {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return !other.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(request(body), ofString());
    }

    private static HttpResponse.BodyHandler<String> ofString() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private HttpRequest request(String body) {
        return request(server, body);
    }

    private static HttpRequest request(UndertowServer to, String body) {
        return request(to, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Does not tell in advance how long its body is. */
    private static HttpRequest chunked(UndertowServer to, String body) {
        return request(to, HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest request(UndertowServer to, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(address(to)).POST(body).build();
    }

    private static URI address(UndertowServer of) {
        return URI.create("http://127.0.0.1:" + of.port() + "/");
    }

    private static CompletableFuture<HttpAnswer> now(int status, String body) {
        return CompletableFuture.completedFuture(
                new HttpAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
