package dev.stepwright.services.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire for an HTTP Task.
 *
 * @param shown the request without what the connection has added
 * @param revealed the request with the secrets of the connection
 * @param response null if there was none
 */
public record HttpTrace(
        Request shown, Request revealed, @Nullable Response response) {
    /** A request. */
    public record Request(
            String method,
            String url,
            Map<String, List<String>> headers,
            @Nullable String body) {
        static Request of(Message message) {
            return new Request(message.method(), message.url().toString(), message.headers(), message.body());
        }
    }

    /** An answer; its body is Base64 if it is no text. */
    public record Response(int status, String statusText, Map<String, List<String>> headers, String body) {}

    /** Tells no secret. */
    @Override
    public String toString() {
        return "HttpTrace[" + shown + ", " + response + "]";
    }
}
