package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names a browser reaches the server. */
class OwnNamesTest {
    private static final Pages PAGES = new Pages(
            call -> CompletableFuture.completedFuture(new HttpAnswer(200, Map.of(), new byte[0])),
            Map.of(),
            arn -> List.of(),
            arn -> Optional.empty(),
            InstantSource.system(),
            List.of("Flows.internal", "ported.internal:8083"));

    private static int status(String method, Map<String, String> header) {
        HttpCall call =
                new HttpCall(method, method.equals("GET") ? "/designer" : "/", "", Headers.of(header), new byte[0]);
        return PAGES.serve(call).join().status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8083",
                "LOCALHOST",
                "sync-flows.localhost:1",
                "127.0.0.1:8083",
                "192.168.0.7",
                "[::1]:8083",
                "flows.internal:8083",
                "ported.internal",
                "localhost.:8083"
            })
    void own_names_and_addresses_are_answered(String host) {
        assertThat(status("GET", Map.of("Host", host))).isEqualTo(200);
        assertThat(status("POST", Map.of("Host", host, "Origin", "http://" + host, "X-Amz-Target", "X")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8083",
                "flows.internal.evil.example",
                "notlocalhost",
                "localhost.evil.example:8083",
                "127.0.0.1.evil.example",
                ""
            })
    void names_of_others_are_refused_to_browsers_and_not_to_programs(String host) {
        assertThat(status("GET", Map.of("Host", host))).isEqualTo(403);
        assertThat(status("GET", Map.of("Host", host, "X-Amz-Target", "X"))).isEqualTo(403);
        assertThat(status("POST", Map.of("Host", host, "Origin", "http://" + host, "X-Amz-Target", "X")))
                .isEqualTo(403);
        assertThat(status("POST", Map.of("Host", host, "X-Amz-Target", "X"))).isEqualTo(200);
    }

    @Test
    void a_refusal_tells_what_to_do() {
        HttpAnswer answer = PAGES.serve(
                        new HttpCall("GET", "/", "", Headers.of(Map.of("Host", "evil.example")), new byte[0]))
                .join();

        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("evil.example", "--allow-host");
    }
}
