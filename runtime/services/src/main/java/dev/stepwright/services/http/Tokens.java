package dev.stepwright.services.http;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.services.connection.Additions;
import dev.stepwright.services.connection.Authorization;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tokens that client credentials have been exchanged for. */
final class Tokens {
    /** A token is not used that may expire on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final long LONGEST_SECONDS = Duration.ofDays(365).toSeconds();

    private final Exchange exchange;
    private final InstantSource clock;
    private final Map<Authorization.OAuth, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, @Nullable Instant expires) {}

    Tokens(Exchange exchange, InstantSource clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Returns a token, one that is there or a new one. Blocks. */
    String token(Authorization.OAuth oauth) throws TaskFailure, InterruptedException {
        Token known = tokens.get(oauth);
        if (known != null && (known.expires == null || clock.instant().isBefore(known.expires))) {
            return known.value;
        }
        Token token = ask(oauth);
        tokens.put(oauth, token);
        return token.value;
    }

    /** The token has been refused: the next call gets a new one. */
    void forget(Authorization.OAuth oauth) {
        tokens.remove(oauth);
    }

    private Token ask(Authorization.OAuth oauth) throws TaskFailure, InterruptedException {
        ObjectNode form = JsonNodeFactory.instance.objectNode().put("grant_type", "client_credentials");
        boolean isGet = oauth.method().equals("GET");
        HttpCall call = new HttpCall(
                oauth.endpoint().toString(),
                oauth.method(),
                "",
                Map.of(
                        "Content-Type",
                        List.of("application/x-www-form-urlencoded"),
                        "Accept",
                        List.of("application/json")),
                isGet ? Query.read(form) : List.of(),
                isGet ? null : form,
                BodyEncoding.INDICES);
        Additions additions = oauth.additions().withHeader("Authorization", HttpTaskRunner.basic(oauth.client()));
        return token(send(Message.of(call, additions, oauth.endpoint(), ""), oauth.endpoint()), oauth.endpoint());
    }

    private HttpResponse<byte[]> send(Message message, URI endpoint) throws TaskFailure, InterruptedException {
        try {
            return exchange.send(message);
        } catch (TaskFailure e) {
            TaskFailure failure = refused(endpoint, String.valueOf(e.causeText()));
            failure.initCause(e);
            throw failure;
        }
    }

    private Token token(HttpResponse<byte[]> response, URI endpoint) throws TaskFailure {
        if (response.statusCode() < 200 || response.statusCode() > 299) {
            throw refused(endpoint, "it answered " + response.statusCode());
        }
        JsonNode answer = JsonNodeFactory.instance.missingNode();
        try {
            answer = JsonDocument.parse(new String(response.body(), StandardCharsets.UTF_8))
                    .root();
        } catch (JsonSyntaxException e) {
            // told below, like all other answers that have no token
        }
        if (!answer.path("access_token").isString()) {
            throw refused(endpoint, "its answer is not a JSON object with an access_token");
        }
        long seconds = Math.min(answer.path("expires_in").asLong(0), LONGEST_SECONDS);
        return new Token(
                answer.path("access_token").stringValue(),
                seconds > 0 ? clock.instant().plusSeconds(seconds).minus(MARGIN) : null);
    }

    private static TaskFailure refused(URI endpoint, String problem) {
        return new TaskFailure(
                "Events.ConnectionResource.InvalidConnectionState",
                "no token from " + Message.host(endpoint) + endpoint.getRawPath() + ": " + problem);
    }
}
