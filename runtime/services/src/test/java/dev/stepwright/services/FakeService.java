package dev.stepwright.services;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stepwright.json.JsonDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import tools.jackson.databind.JsonNode;

/** An endpoint that keeps what it is asked, and gives the answers it was told, in turn; the last one again and again. */
final class FakeService implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<Answer> answers = new ArrayList<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One request. */
    record Call(String method, String path, String target, String authorization, String contentType, String body) {
        JsonNode json() {
            return JsonDocument.parse(body).root();
        }
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads); // a client that goes away in the middle of a call holds up no other
        server.createContext("/", this::handle);
        server.start();
    }

    FakeService answering(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    FakeService answering(String json) {
        return answering(200, Map.of("x-amzn-RequestId", "r-1"), json);
    }

    /** An error as the JSON protocols tell it. */
    FakeService refusing(String code, String message) {
        return answering(
                400,
                Map.of("x-amzn-RequestId", "r-1"),
                "{\"__type\": \"any#%s\", \"message\": \"%s\"}".formatted(code, message));
    }

    /** Returns the first call of an operation, as soon as there is one. */
    Call awaitCall(String operation) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (this) {
            while (true) {
                for (Call call : calls) {
                    if (call.target.endsWith(operation)) {
                        return call;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("nobody has called " + operation + ", but " + calls);
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            Answer answer = answer(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    target == null ? "" : target,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer.headers.forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized Answer answer(Call call) {
        calls.add(call);
        notifyAll();
        return answers.get(Math.min(calls.size(), answers.size()) - 1);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes a client of this endpoint. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, address());
    }

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, URI address) {
        return builder.endpointOverride(address)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
