package dev.stepwright.server.http;

import java.util.Map;

/**
 * One HTTP response.
 *
 * @param status for example 200
 * @param headers without Content-Length
 * @param body all of it, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }
}
