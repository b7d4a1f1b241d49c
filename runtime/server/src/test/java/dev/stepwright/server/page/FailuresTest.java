package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.api.GetActivityTask;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a browser is told if the server itself has a fault, and what happens if the browser goes. */
class FailuresTest {
    private static HttpCall call(String method, String path) {
        return new HttpCall(method, path, "", Headers.of(Map.of()), "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_designer_is_told_in_json() {
        HttpAnswer answer = Designer.json(call("POST", "/designer/picture"), request -> {
            throw new IllegalStateException("a fault");
        });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(JsonDocument.parse(new String(answer.body(), StandardCharsets.UTF_8))
                        .root()
                        .path("message")
                        .stringValue())
                .isEqualTo("The server could not process this definition. Its log has the error.");
    }

    @Test
    void a_page_is_told_as_a_page() {
        Pages pages = new Pages(
                call -> CompletableFuture.failedFuture(new AssertionError("not asked")),
                Map.of(),
                arn -> List.of(),
                List.of());

        HttpAnswer answer = pages.serve(call("GET", "/")).join();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("Its log has the error", "All state machines");
    }

    @Test
    void who_leaves_the_page_takes_no_task_any_more() {
        CompletableFuture<GetActivityTask.Answer> task = new CompletableFuture<>();
        Pages pages = new Pages(
                call -> CompletableFuture.failedFuture(new AssertionError("not asked")),
                Map.of("GetActivityTask", new Operation<>("GetActivityTask", GetActivityTask::of, request -> task)),
                arn -> List.of(),
                List.of());
        Map<String, String> headers = Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", Form.TYPE);
        byte[] form = "action=take&activity=arn:aws:states:eu-west-1:123456789012:activity:paint"
                .getBytes(StandardCharsets.UTF_8);

        pages.serve(new HttpCall("POST", "/executions/arn", "", Headers.of(headers), form))
                .cancel(false);

        assertThat(task).isCancelled();
    }
}
