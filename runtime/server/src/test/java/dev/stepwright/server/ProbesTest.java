package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.Admission;
import dev.stepwright.runtime.Load;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ForwardingStore;
import dev.stepwright.runtime.store.StoreProvider;
import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told to those who watch a server. */
class ProbesTest {
    private static final String WAITING =
            "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}";
    private static final String FAILING = "{\"StartAt\": \"No\", \"States\": {\"No\": {\"Type\": \"Fail\"}}}";

    private final HttpClient prometheus = HttpClient.newHttpClient();

    private HttpResponse<String> get(RunningServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create(server.server().endpoint() + path);
        return prometheus.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An execution is counted a moment after its end can be seen. */
    private String metricsWith(RunningServer server, String line) throws IOException, InterruptedException {
        String metrics;
        do {
            metrics = get(server, "/metrics").body();
        } while (!metrics.contains(line + "\n"));
        return metrics;
    }

    @Test
    void a_server_that_takes_calls_is_healthy() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            HttpResponse<String> health = get(server, "/health");

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}\n");
        }
    }

    @Test
    void a_server_whose_store_cannot_be_written_is_not_healthy(@TempDir Path data) {
        DurableStore store = StoreProvider.openDurable(data.toString());
        AtomicInteger unstored = new AtomicInteger();
        Probes probes = new Probes(
                call -> CompletableFuture.failedFuture(new AssertionError()),
                call -> Optional.empty(),
                () -> null,
                () -> new Load(1, 0, 0, unstored.get(), 0),
                store);
        assertThat(healthBy(probes).status()).isEqualTo(200);

        unstored.set(1);
        assertThat(reason(healthBy(probes))).isEqualTo("executions wait until they can be stored: 1");
        unstored.set(0);
        assertThat(healthBy(probes).status()).isEqualTo(200);
        store.close();
        assertThat(reason(healthBy(probes))).startsWith("the store cannot be written: ");
    }

    /** Has no room for an execution, but for a word. */
    private static final class NearlyFull extends ForwardingStore implements DurableStore, DocumentStore {
        private final DurableStore store;
        int room = 100;

        NearlyFull(DurableStore store) {
            super(store);
            this.store = store;
        }

        @Override
        public DocumentStore documents() {
            return this;
        }

        @Override
        public void put(String kind, String key, String text) {
            if (text.length() > room) {
                throw new IllegalStateException("the disk is full");
            }
            store.documents().put(kind, key, text);
        }

        @Override
        public void remove(String kind, String key) {
            store.documents().remove(kind, key);
        }

        @Override
        public Map<String, String> all(String kind) {
            return store.documents().all(kind);
        }
    }

    @Test
    void a_server_that_cannot_take_what_was_to_start_is_not_healthy_until_there_is_room_again(@TempDir Path data) {
        try (NearlyFull store = new NearlyFull(StoreProvider.openDurable(data.toString()))) {
            AtomicLong refused = new AtomicLong();
            Probes probes = new Probes(
                    call -> CompletableFuture.failedFuture(new AssertionError()),
                    call -> Optional.empty(),
                    () -> null,
                    () -> new Load(1, 0, 0, 0, refused.get()),
                    store);
            assertThat(healthBy(probes).status()).isEqualTo(200);

            refused.set(2_000);
            assertThat(reason(healthBy(probes))).isEqualTo("the store cannot be written: the disk is full");
            store.room = 2_000;
            assertThat(healthBy(probes).status()).isEqualTo(200);
        }
    }

    private static HttpAnswer healthBy(Probes probes) {
        return probes.serve(new HttpCall("GET", "/health", "", Headers.of(Map.of()), new byte[0]))
                .join();
    }

    private static String reason(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(503);
        JsonNode body = JsonMapper.shared().readTree(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(body.path("status").asString("")).isEqualTo("failing");
        return body.path("reason").asString("");
    }

    @Test
    void a_server_whose_data_have_been_taken_away_is_not_healthy_and_ends(@TempDir Path data) throws Exception {
        try (RunningServer server = RunningServer.start(config -> config.data(data.toString()))) {
            Files.delete(data.resolve("stepwright.db"));

            CompletableFuture<String> health = prometheus
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create(server.server().endpoint() + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .handle((answer, ended) -> answer == null ? "no answer any more" : answer.body());

            assertThat(server.server().lost().toCompletableFuture().join())
                    .hasMessageContaining("stepwright.db has been removed or replaced");
            assertThat(health.join()).doesNotContain("ok");
        }
    }

    @Test
    void executions_are_counted_by_machine_and_end_in_the_format_of_prometheus() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String waiting = server.machine("waiting", WAITING);
            String failing = server.machine("failing", FAILING);
            String quick = server.client()
                    .createStateMachine(r -> r.name("quick")
                            .definition(RunningServer.PASS)
                            .roleArn(RunningServer.ROLE)
                            .type(StateMachineType.EXPRESS))
                    .stateMachineArn();

            server.client().startExecution(r -> r.stateMachineArn(waiting).name("once"));
            server.client().startExecution(r -> r.stateMachineArn(waiting).name("once"));
            for (int i = 0; i < 50; i++) { // most have ended before they are counted
                server.client().startExecution(r -> r.stateMachineArn(failing));
            }
            server.client().startSyncExecution(r -> r.stateMachineArn(quick));
            server.client().startSyncExecution(r -> r.stateMachineArn(quick));

            metricsWith(server, "stepwright_executions_running{state_machine=\"failing\"} 0");
            String metrics = metricsWith(server, "stepwright_executions_running{state_machine=\"quick\"} 0");
            assertThat(get(server, "/metrics").headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(metrics.lines())
                    .containsSubsequence(
                            "# TYPE stepwright_executions_started_total counter",
                            "stepwright_executions_started_total{state_machine=\"failing\"} 50",
                            "stepwright_executions_started_total{state_machine=\"quick\"} 2",
                            "stepwright_executions_started_total{state_machine=\"waiting\"} 1",
                            "# TYPE stepwright_executions_running gauge",
                            "stepwright_executions_running{state_machine=\"waiting\"} 1",
                            "stepwright_executions_ended_total{state_machine=\"failing\",status=\"SUCCEEDED\"} 0",
                            "stepwright_executions_ended_total{state_machine=\"failing\",status=\"FAILED\"} 50",
                            "stepwright_executions_ended_total{state_machine=\"quick\",status=\"SUCCEEDED\"} 2",
                            "# TYPE stepwright_execution_seconds_total counter");
            assertThat(metrics.lines().filter(line -> !line.startsWith("#")))
                    .allMatch(line ->
                            line.matches("stepwright_[a-z_]+\\{[a-z_]+=\"[^\"]+\"(,status=\"[A-Z_]+\")?} [0-9.E-]+"));
        }
    }

    @Test
    void what_an_earlier_server_has_left_runs_and_was_not_started(@TempDir Path data) throws Exception {
        try (RunningServer server = RunningServer.start(config -> config.data(data))) {
            String waiting = server.machine("waiting", WAITING);
            server.client().startExecution(r -> r.stateMachineArn(waiting));
        }

        try (RunningServer server = RunningServer.start(config -> config.data(data))) {
            assertThat(get(server, "/metrics").body())
                    .contains("stepwright_executions_started_total{state_machine=\"waiting\"} 0\n")
                    .contains("stepwright_executions_running{state_machine=\"waiting\"} 1\n");
        }
    }

    @Test
    void starts_that_are_refused_are_counted_by_their_error() throws Exception {
        try (RunningServer server = RunningServer.start(config -> config.admission(new Admission(1, 100)))) {
            String waiting = server.machine("waiting", WAITING);
            server.client().startExecution(r -> r.stateMachineArn(waiting));

            assertThatThrownBy(() -> server.client().startExecution(r -> r.stateMachineArn(waiting)))
                    .isInstanceOf(ExecutionLimitExceededException.class);

            assertThat(get(server, "/metrics").body())
                    .contains("stepwright_starts_refused_total{error=\"ExecutionLimitExceeded\"} 1\n");
        }
    }
}
