package dev.stepwright.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands for a service or an API elsewhere: answers each call with the same JSON, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final byte[] answer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    /**
     * One call.
     *
     * @param target the operation of an AWS service; of others the path with its query
     */
    public record Call(String target, String body) {}

    public StandIn(String answer) {
        this.answer = answer.getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(target == null ? exchange.getRequestURI().toString() : target, body));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Answers with another status from now on. */
    public void fail(int withStatus) {
        status = withStatus;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<String> targets() {
        return calls.stream().map(Call::target).toList();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
