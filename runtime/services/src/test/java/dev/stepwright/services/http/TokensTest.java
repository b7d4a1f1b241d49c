package dev.stepwright.services.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.Outcome;
import dev.stepwright.services.connection.Additions;
import dev.stepwright.services.connection.Authorization;
import dev.stepwright.services.connection.Connection;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Connections that exchange client credentials for a token. */
class TokensTest {
    private final FakeApi api = new FakeApi();
    private final FakeApi tokens = new FakeApi();

    @AfterEach
    void stop() {
        api.close();
        tokens.close();
    }

    private OneHttpTask task() {
        return OneHttpTask.with(
                Connection.of(Authorization.oauth(URI.create(tokens.address() + "/token"), "client", "secret")));
    }

    private String call() {
        return OneHttpTask.parameters("GET", api.address() + "/v1", "");
    }

    private FakeApi token(String token, int seconds) {
        return tokens.answering(
                200,
                "application/json",
                "{\"access_token\": \"%s\", \"token_type\": \"bearer\", \"expires_in\": %d}".formatted(token, seconds));
    }

    @Test
    void a_token_is_asked_for_once_and_sent_with_each_call() {
        token("t-1", 3600);
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = task()) {
            task.result(call());
            task.result(call());
        }

        assertThat(tokens.calls).hasSize(1);
        assertThat(tokens.call().method()).isEqualTo("POST");
        assertThat(tokens.call().body()).isEqualTo("grant_type=client_credentials");
        assertThat(tokens.call().header("Content-type")).isEqualTo("[application/x-www-form-urlencoded]");
        assertThat(tokens.call().header("Authorization")).isEqualTo("[Basic Y2xpZW50OnNlY3JldA==]");
        assertThat(api.calls).extracting(call -> call.header("Authorization")).containsOnly("[Bearer t-1]");
    }

    @Test
    void a_token_that_is_about_to_expire_is_not_used() {
        token("t-1", 10);
        token("t-2", 3600);
        api.answering(200, "text/plain", "");

        try (OneHttpTask task = task()) {
            task.result(call());
            task.result(call());
        }

        assertThat(api.calls)
                .extracting(call -> call.header("Authorization"))
                .containsExactly("[Bearer t-1]", "[Bearer t-2]");
    }

    @Test
    void a_token_that_is_refused_is_not_used_again() {
        token("t-1", 3600);
        token("t-2", 3600);
        api.answering(401, "text/plain", "expired").answering(200, "text/plain", "");

        try (OneHttpTask task = task()) {
            assertThat(task.failure(call())).isEqualTo(new Outcome.Failed<>("States.Http.StatusCode.401", "expired"));
            task.result(call());
        }

        assertThat(api.call().header("Authorization")).isEqualTo("[Bearer t-2]");
    }

    @Test
    void parameters_can_be_added_to_the_request_for_a_token() {
        token("t-1", 3600);
        api.answering(200, "text/plain", "");
        Authorization oauth = new Authorization.OAuth(
                tokens.address(),
                "get",
                new Authorization.Basic("client", "secret"),
                new Additions(Map.of("X-Tenant", "t"), Map.of("audience", "a b"), Map.of()));

        try (OneHttpTask task = OneHttpTask.with(Connection.of(oauth))) {
            task.result(call());
        }

        assertThat(tokens.call().method()).isEqualTo("GET");
        assertThat(tokens.call().target()).isEqualTo("/?grant_type=client_credentials&audience=a%20b");
        assertThat(tokens.call().header("X-tenant")).isEqualTo("[t]");
    }

    @Test
    void without_a_token_nothing_is_called() {
        tokens.answering(403, "application/json", "{\"error\": \"secret\"}").answering(200, "text/plain", "secret");

        try (OneHttpTask task = task()) {
            Outcome.Failed<JsonNode> refused = task.failure(call());
            Outcome.Failed<JsonNode> noToken = task.failure(call());

            assertThat(refused.error()).isEqualTo("Events.ConnectionResource.InvalidConnectionState");
            assertThat(refused.cause())
                    .isEqualTo("no token from " + tokens.address().getRawAuthority() + "/token: it answered 403");
            assertThat(noToken.cause()).endsWith("/token: its answer is not a JSON object with an access_token");
        }
        assertThat(api.calls).isEmpty();
    }

    @Test
    void other_methods_are_refused() {
        assertThatThrownBy(() -> new Authorization.OAuth(
                        tokens.address(), "PATCH", new Authorization.Basic("a", "b"), Additions.NONE))
                .hasMessageContaining("\"PATCH\"");
    }
}
