package dev.stepwright.server.http;

import java.util.concurrent.CompletableFuture;

/** What an HTTP server serves. */
@FunctionalInterface
public interface HttpService {
    /**
     * Returns the answer to a call, now or later. Does not block and does not throw; the server cancels an answer that nobody
     * waits for any more.
     */
    CompletableFuture<HttpAnswer> serve(HttpCall call);
}
