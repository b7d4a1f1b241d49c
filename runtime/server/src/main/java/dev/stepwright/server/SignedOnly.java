package dev.stepwright.server;

import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import dev.stepwright.server.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Lets through calls of the API, which look at signatures themselves, and {@code GET /health}. Whatever else is there has no login yet.
 *
 * @param next who answers these
 */
record SignedOnly(HttpService next) implements HttpService {
    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        boolean isHealth = call.method().equals("GET") && call.path().equals("/health");
        return isHealth || call.method().equals("POST") && call.path().equals("/")
                ? next.serve(call)
                : CompletableFuture.completedFuture(new HttpAnswer(
                        401,
                        Map.of("Content-Type", "text/plain; charset=utf-8"),
                        "This server has users, and so it has no pages. Call the API with a signature.\n"
                                .getBytes(StandardCharsets.UTF_8)));
    }
}
