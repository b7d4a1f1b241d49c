package dev.stepwright.server;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Load;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.server.control.ExecutionNumbers;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import dev.stepwright.server.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What watches a server asks for: {@code GET /health}, and {@code GET /metrics} in the text format of Prometheus.
 *
 * @param next who answers all other calls
 * @param metricsRefusal the answer to a call of the metrics by somebody who may not read them
 * @param load what the engine has in hand
 * @param store in which executions are kept; null if they end with the server
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
record Probes(
        HttpService next,
        Function<HttpCall, Optional<HttpAnswer>> metricsRefusal,
        Supplier<ExecutionNumbers> numbers,
        Supplier<Load> load,
        @Nullable DurableStore store)
        implements HttpService {
    private static final List<ExecutionStatus> ENDS = List.of(
            ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED);

    /** As much as an execution may take at its start. */
    private static final int MOST = 1 << 20;

    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        if (call.method().equals("GET") && call.path().equals("/health")) {
            return health();
        }
        if (call.method().equals("GET") && call.path().equals("/metrics")) {
            return metricsRefusal
                    .apply(call)
                    .map(CompletableFuture::completedFuture)
                    .orElseGet(() -> answer(200, "text/plain; version=0.0.4; charset=utf-8", metrics(numbers.get())));
        }
        return next.serve(call);
    }

    @Override
    public boolean takesLongBody(HttpCall head) {
        return next.takesLongBody(head);
    }

    /**
     * Writes to the store: whether it can be written is known only to who does. A word may have room where an execution has none, so it is as
     * much as was refused last.
     */
    private CompletableFuture<HttpAnswer> health() {
        if (store != null && store.isFull()) {
            return sick("the store takes nothing new at the moment");
        }
        Load now = load.get();
        if (now.unstoredExecutions() > 0) {
            return sick("executions wait until they can be stored: " + now.unstoredExecutions());
        }
        try {
            if (store != null) {
                int length = (int) Math.min(Math.max(1, now.refusedBytes()), MOST);
                store.documents().put("health", "health", "o".repeat(length));
            }
        } catch (IllegalStateException e) {
            return sick("the store cannot be written: " + e.getMessage());
        }
        return answer(200, "application/json", "{\"status\":\"ok\"}\n");
    }

    private static CompletableFuture<HttpAnswer> sick(String reason) {
        return answer(503, "application/json", "{\"status\":\"failing\",\"reason\":" + JsonText.quote(reason) + "}\n");
    }

    private static String metrics(ExecutionNumbers numbers) {
        StringBuilder text = new StringBuilder();
        family(text, "executions_started_total", "counter", "Executions that were started.");
        each(text, numbers, "executions_started_total", ExecutionNumbers.OfMachine::started);
        family(text, "executions_running", "gauge", "Executions that run now.");
        each(text, numbers, "executions_running", ExecutionNumbers.OfMachine::running);
        family(text, "executions_ended_total", "counter", "Executions that have ended, by how.");
        numbers.machines()
                .forEach((machine, its) -> ENDS.forEach(status -> line(
                        text,
                        "executions_ended_total",
                        "state_machine=\"" + machine + "\",status=\"" + status + '"',
                        its.ended().getOrDefault(status, 0L))));
        family(
                text,
                "execution_seconds_total",
                "counter",
                "Time that executions which have ended took from their start.");
        each(text, numbers, "execution_seconds_total", its -> its.duration().toMillis() / 1000.0);
        family(text, "starts_refused_total", "counter", "Starts that were refused, by the error.");
        numbers.refused()
                .forEach((error, count) -> line(text, "starts_refused_total", "error=\"" + error + '"', count));
        return text.toString();
    }

    private static void family(StringBuilder text, String name, String type, String help) {
        text.append("# HELP stepwright_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE stepwright_").append(name).append(' ').append(type).append('\n');
    }

    private static void each(
            StringBuilder text,
            ExecutionNumbers numbers,
            String name,
            Function<ExecutionNumbers.OfMachine, Number> number) {
        numbers.machines()
                .forEach((machine, its) -> line(text, name, "state_machine=\"" + machine + '"', number.apply(its)));
    }

    private static void line(StringBuilder text, String name, String labels, Number value) {
        text.append("stepwright_")
                .append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(value)
                .append('\n');
    }

    private static CompletableFuture<HttpAnswer> answer(int status, String type, String body) {
        return CompletableFuture.completedFuture(new HttpAnswer(
                status,
                Map.of("Content-Type", type, "Cache-Control", "no-store"),
                body.getBytes(StandardCharsets.UTF_8)));
    }
}
