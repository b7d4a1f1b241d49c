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

    /**
     * Returns whether a long body is read from whoever has sent a head. Else the call is served as if it had none: what is refused anyway takes
     * no room. Does not block and does not throw.
     *
     * @param head the call, without its body
     */
    default boolean takesLongBody(HttpCall head) {
        return true;
    }
}
