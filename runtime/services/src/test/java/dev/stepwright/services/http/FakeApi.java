package dev.stepwright.services.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An API that keeps what it is asked, and gives the answers it was told, in turn; the last one again and again. */
final class FakeApi implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String scheme;
    private final List<Answer> answers = new ArrayList<>();
    final List<Call> calls = new CopyOnWriteArrayList<>();

    /** One request. */
    record Call(String method, String target, Headers headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of()).toString();
        }
    }

    private record Answer(int status, Map<String, String> headers, byte[] body) {}

    FakeApi() {
        this(null);
    }

    /** @param identity by which it is called over https; null for http */
    FakeApi(@Nullable SSLContext identity) {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        scheme = identity == null ? "http" : "https";
        try {
            if (identity == null) {
                server = HttpServer.create(anyPort, 0);
            } else {
                HttpsServer encrypted = HttpsServer.create(anyPort, 0);
                encrypted.setHttpsConfigurator(new HttpsConfigurator(identity));
                server = encrypted;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    FakeApi answering(int status, String contentType, String body) {
        return answering(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    FakeApi answering(int status, String contentType, byte[] body) {
        answers.add(new Answer(status, Map.of("Content-Type", contentType), body));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            answer.headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private synchronized Answer answer(Call call) {
        calls.add(call);
        notifyAll();
        return answers.get(Math.min(calls.size(), answers.size()) - 1);
    }

    Call call() {
        return calls.get(calls.size() - 1);
    }

    /** Returns the first call by a method, as soon as there is one. */
    synchronized Call awaitCall(String method) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (calls.stream().noneMatch(call -> call.method.equals(method))) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("nobody has called by " + method + ", but " + calls);
            }
            wait(left);
        }
        return calls.stream()
                .filter(call -> call.method.equals(method))
                .findFirst()
                .orElseThrow();
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
