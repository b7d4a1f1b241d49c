package dev.stepwright.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Length;
import dev.stepwright.server.api.Members;
import dev.stepwright.server.api.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AwsJsonEndpointTest {
    private static final UUID ID = new UUID(1, 2);

    private final CompletableFuture<Echo> pending = new CompletableFuture<>();
    private final AwsJsonEndpoint endpoint = new AwsJsonEndpoint(call -> operations(), () -> ID);

    private Map<String, Operation<?>> operations() {
        return Stream.of(
                        Operation.of("Echo", Request::of, Echo::of),
                        Operation.of("Refuse", Request::of, AwsJsonEndpointTest::refuse),
                        Operation.of("Break", Request::of, AwsJsonEndpointTest::breakDown),
                        new Operation<>("Wait", Request::of, request -> pending))
                .collect(Collectors.toMap(Operation::name, operation -> operation));
    }

    record Request(String text, int number, boolean flag) {
        static Request of(Members in) {
            Integer number = in.number("number", 0, 10);
            return new Request(in.text("text", new Length(1, 5)), number == null ? 0 : number, in.flag("flag"));
        }
    }

    record Echo(String text, Instant time, @Nullable String absent) {
        static Echo of(Request request) {
            return new Echo(request.text(), Instant.ofEpochMilli(1_706_695_200_120L), null);
        }
    }

    private static Echo refuse(Request request) {
        throw ApiError.validation("A_REASON", "not this");
    }

    private static Echo breakDown(Request request) {
        throw new IllegalStateException("secret of the inside");
    }

    @Test
    void an_answer_leaves_absent_members_out_and_shows_times_in_seconds() {
        HttpAnswer answer = call("Echo", "{\"text\":\"hi\",\"unknown\":1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/x-amz-json-1.0")
                .containsEntry("x-amzn-RequestId", ID.toString());
        assertThat(text(answer)).isEqualTo("{\"text\":\"hi\",\"time\":1706695200.120}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":                | com.amazon.coral.service#SerializationException",
                "{\"text\":\"a\"} more     | com.amazon.coral.service#SerializationException",
                "[]                        | com.amazon.coral.service#SerializationException",
                "\"text\"                  | com.amazon.coral.service#SerializationException",
                "{\"text\":1}              | com.amazon.coral.service#SerializationException",
                "{\"text\":{}}             | com.amazon.coral.service#SerializationException",
                "{\"text\":\"a\",\"number\":\"1\"} | com.amazon.coral.service#SerializationException",
                "{\"text\":\"a\",\"flag\":\"true\"} | com.amazon.coral.service#SerializationException",
                "{}                        | com.amazon.coral.validate#ValidationException",
                "{\"text\":null}           | com.amazon.coral.validate#ValidationException",
                "{\"text\":\"\"}           | com.amazon.coral.validate#ValidationException",
                "{\"text\":\"123456\"}     | com.amazon.coral.validate#ValidationException",
                "{\"text\":\"a\",\"number\":11} | com.amazon.coral.validate#ValidationException",
            })
    void a_body_that_does_not_fit_is_refused(String body, String type) {
        HttpAnswer answer = call("Echo", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asString("")).isEqualTo(type);
        assertThat(json(answer).path("message").asString("")).isNotEmpty();
    }

    @Test
    void all_violations_are_told_at_once_in_the_words_of_aws() {
        HttpAnswer answer = call("Echo", "{\"number\":11}");

        assertThat(json(answer).path("message").asString(""))
                .isEqualTo("2 validation errors detected: "
                        + "Value '11' at 'number' failed to satisfy constraint: Member must have value less than or equal to 10; "
                        + "Value null at 'text' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void nesting_beyond_all_measure_is_refused_like_other_broken_json() {
        HttpAnswer answer = call("Echo", "[".repeat(100_000));

        assertThat(json(answer).path("__type").asString(""))
                .isEqualTo("com.amazon.coral.service#SerializationException");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, AWSStepFunctions.Unheard",
        "POST, Other.Echo",
        "POST, Echo",
        "POST,",
        "GET, AWSStepFunctions.Echo"
    })
    void what_names_no_operation_is_an_unknown_operation(String method, @Nullable String target) {
        HttpAnswer answer = call(method, target, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).path("__type").asString(""))
                .isEqualTo("com.amazon.coral.service#UnknownOperationException");
    }

    @Test
    void a_refusal_has_its_code_its_message_and_its_further_members() {
        HttpAnswer answer = call("Refuse", "{\"text\":\"a\"}");

        assertThat(text(answer))
                .isEqualTo(
                        "{\"__type\":\"com.amazonaws.swf.service.v2.model#ValidationException\",\"message\":\"not this\",\"reason\":\"A_REASON\"}");
    }

    @Test
    void a_bug_is_an_internal_failure_that_tells_nothing_of_the_inside() {
        HttpAnswer answer = call("Break", "{\"text\":\"a\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(json(answer).path("__type").asString("")).isEqualTo("com.amazon.coral.service#InternalFailure");
        assertThat(text(answer)).doesNotContain("secret").contains(ID.toString());
    }

    @Test
    void a_later_answer_is_given_when_it_comes() {
        CompletableFuture<HttpAnswer> answer =
                endpoint.serve(httpCall("POST", "AWSStepFunctions.Wait", "{\"text\":\"a\"}"));
        assertThat(answer).isNotDone();

        pending.complete(new Echo("late", Instant.EPOCH, null));

        assertThat(answer).isCompletedWithValueMatching(a -> text(a).contains("late"));
    }

    @Test
    void an_answer_that_nobody_waits_for_is_cancelled() {
        CompletableFuture<HttpAnswer> answer =
                endpoint.serve(httpCall("POST", "AWSStepFunctions.Wait", "{\"text\":\"a\"}"));

        answer.cancel(false);

        assertThat(pending).isCancelled();
    }

    private HttpAnswer call(String operation, String body) {
        return call("POST", "AWSStepFunctions." + operation, body);
    }

    private HttpAnswer call(String method, @Nullable String target, String body) {
        return endpoint.serve(httpCall(method, target, body)).join();
    }

    private static HttpCall httpCall(String method, @Nullable String target, String body) {
        return new HttpCall(
                method,
                "/",
                "",
                Headers.of(target == null ? Map.of() : Map.of("X-Amz-Target", target)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpAnswer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
