package dev.stepwright.server;

import dev.stepwright.server.access.Access;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells who may not read the metrics of a server with users. They name all machines: whoever may list those may read them, by an access key as in HTTP Basic. */
record MetricsReaders(Access access) {
    private static final String BASIC = "Basic ";

    /** Returns the answer to a call of somebody who may not. */
    Optional<HttpAnswer> refusal(HttpCall call) {
        String authorization = call.headers().first("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.of(
                    answer(401, "Give the access key ID and the secret access key of a user by HTTP Basic."));
        }
        try {
            String given = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = given.indexOf(':');
            access.holder(given.substring(0, Math.max(colon, 0)), given.substring(colon + 1))
                    .check("ListStateMachines", JsonNodeFactory.instance.objectNode());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(answer(401, "The header Authorization is not HTTP Basic."));
        } catch (ApiError e) {
            return Optional.of(answer(e.isAccessDenied() ? 403 : 401, String.valueOf(e.getMessage())));
        }
    }

    private static HttpAnswer answer(int status, String message) {
        return new HttpAnswer(
                status,
                Map.of(
                        "Content-Type", "text/plain; charset=utf-8",
                        "Cache-Control", "no-store",
                        "WWW-Authenticate", "Basic realm=\"stepwright\", charset=\"UTF-8\""),
                (message + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
