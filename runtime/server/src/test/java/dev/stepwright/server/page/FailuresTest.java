package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Demand;
import dev.stepwright.server.api.GetActivityTask;
import dev.stepwright.server.api.Operation;
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

/** What a browser is told if the server itself has a fault, and what happens if the browser goes. */
class FailuresTest {
    private static final Headers OWN_FORM =
            Headers.of(Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", Form.TYPE));
    private static final byte[] TAKE = "action=take&activity=arn:aws:states:eu-west-1:123456789012:activity:paint"
            .getBytes(StandardCharsets.UTF_8);

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
                arn -> Optional.empty(),
                InstantSource.system(),
                List.of());

        HttpAnswer answer = pages.serve(call("GET", "/")).join();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("Its log has the error", "All state machines");
    }

    @Test
    void a_task_that_was_taken_is_shown_even_if_its_execution_may_not_be() {
        Pages pages = new Pages(
                call -> CompletableFuture.failedFuture(new AssertionError("not asked")),
                Map.of(
                        "GetActivityTask",
                        Operation.of(
                                "GetActivityTask",
                                GetActivityTask::of,
                                request -> new GetActivityTask.Answer("the-token", "{\"color\":\"red\"}"))),
                arn -> {
                    throw ApiError.accessDenied(
                            "arn", new Demand("states:GetExecutionHistory", arn, Map.of()), "because");
                },
                arn -> Optional.empty(),
                InstantSource.system(),
                List.of());

        HttpAnswer answer = pages.serve(new HttpCall("POST", "/executions/arn", "", OWN_FORM, TAKE))
                .join();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("the-token", "color");
    }

    @Test
    void who_leaves_the_page_takes_no_task_any_more() {
        CompletableFuture<GetActivityTask.Answer> task = new CompletableFuture<>();
        Pages pages = new Pages(
                call -> CompletableFuture.failedFuture(new AssertionError("not asked")),
                Map.of("GetActivityTask", new Operation<>("GetActivityTask", GetActivityTask::of, request -> task)),
                arn -> List.of(),
                arn -> Optional.empty(),
                InstantSource.system(),
                List.of());

        pages.serve(new HttpCall("POST", "/executions/arn", "", OWN_FORM, TAKE)).cancel(false);

        assertThat(task).isCancelled();
    }
}
