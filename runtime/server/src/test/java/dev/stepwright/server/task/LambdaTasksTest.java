package dev.stepwright.server.task;

import static dev.stepwright.server.task.RecordedCompletion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LambdaTasksTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:greet";
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String SDK = "arn:aws:states:::aws-sdk:lambda:invoke";

    /** What the functions answer next. */
    private record Reply(int status, Map<String, String> headers, String body) {}

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final RecordedCompletion completion = new RecordedCompletion();
    private volatile Reply reply = new Reply(200, Map.of(), "null");
    private final CallPlace place = new CallPlace();
    private HttpServer functions;
    private LambdaTasks tasks;

    @BeforeEach
    void start() throws IOException {
        functions = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        functions.createContext("/", this::serve);
        functions.start();
        tasks = new LambdaTasks(
                URI.create("http://127.0.0.1:" + functions.getAddress().getPort() + "/"), place.workplace());
    }

    @AfterEach
    void stop() {
        tasks.close();
        place.close();
        functions.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
        calls.add(exchange.getRequestURI() + " " + body + (type == null ? "" : " " + type));
        reply.headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void a_function_called_by_its_arn_gets_the_input_and_gives_its_value() throws Exception {
        reply = new Reply(200, Map.of(), "{\"hello\":\"World\"}");

        start(ARN, "{\"name\":\"World\"}");

        assertThat(soon(completion.result)).isEqualTo(json("{\"hello\":\"World\"}"));
        assertThat(calls).containsExactly("/2015-03-31/functions/greet/invocations {\"name\":\"World\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"FunctionName\":\"greet\"} | /2015-03-31/functions/greet/invocations {}",
                "{\"FunctionName\":\"greet\",\"Payload\":null} | /2015-03-31/functions/greet/invocations {}",
                "{\"FunctionName\":\"greet\",\"Payload\":{\"a\":1.0}} | /2015-03-31/functions/greet/invocations {\"a\":1.0}",
                "{\"FunctionName\":\"greet\",\"Payload\":\"0.5\"} | /2015-03-31/functions/greet/invocations 0.5",
                "{\"FunctionName\":\"greet:live\",\"Payload\":1} | /2015-03-31/functions/greet/invocations?Qualifier=live 1",
                "{\"FunctionName\":\"arn:aws:lambda:us-east-1:123456789012:function:greet:1\",\"Payload\":1} | /2015-03-31/functions/greet/invocations?Qualifier=1 1",
                "{\"FunctionName\":\"greet\",\"Qualifier\":\"2\",\"Payload\":1,\"InvocationType\":\"Event\"} | /2015-03-31/functions/greet/invocations?Qualifier=2 1 Event",
            })
    void the_parameters_of_lambda_invoke_become_a_call(String parameters, String call) throws Exception {
        start(INVOKE, parameters);

        soon(completion.result);
        assertThat(calls).containsExactly(call);
    }

    @Test
    void what_no_header_can_hold_fails_the_task_and_does_not_hold_a_virtual_clock() throws Exception {
        VirtualTime time = VirtualTime.automatic(Instant.EPOCH);
        CompletableFuture<Instant> passed = new CompletableFuture<>();
        TaskRequest request =
                request(INVOKE, "{\"FunctionName\":\"greet\",\"LogType\":\"Täil\",\"ClientContext\":\"two\\nlines\"}");
        try (time;
                LambdaTasks virtual = new LambdaTasks(
                        URI.create("http://127.0.0.1:" + functions.getAddress().getPort()),
                        new Workplace(ForkJoinPool.commonPool(), time))) {
            virtual.start(request, completion);
            time.at(Instant.EPOCH.plusSeconds(1), () -> passed.complete(time.now()));

            assertThat(soon(completion.failure).cause())
                    .endsWith("could not be used to start the Task: [The value of the field 'LogType' has an invalid"
                            + " format, The value of the field 'ClientContext' has an invalid format]");
            assertThat(soon(passed)).isEqualTo(Instant.EPOCH.plusSeconds(1));
        }
    }

    @Test
    void lambda_invoke_gives_the_payload_with_version_status_and_metadata() throws Exception {
        reply = new Reply(
                200, Map.of("X-Amz-Executed-Version", "$LATEST", "X-Amzn-RequestId", "r-1"), "{\"sum\":3.50}");

        start(INVOKE, "{\"FunctionName\":\"greet\"}");

        JsonNode result = soon(completion.result);
        assertThat(result.propertyNames())
                .containsExactly("ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode");
        assertThat(result.path("Payload"))
                .isEqualTo(JsonDocument.parse("{\"sum\":3.50}").root());
        assertThat(result.path("ExecutedVersion").stringValue()).isEqualTo("$LATEST");
        assertThat(result.at("/SdkResponseMetadata/RequestId").stringValue()).isEqualTo("r-1");
        assertThat(result.at("/SdkHttpMetadata/HttpStatusCode").intValue()).isEqualTo(200);
    }

    @Test
    void a_function_that_throws_fails_the_task_with_its_type_and_its_report_as_it_came() throws Exception {
        String report = "{\"errorMessage\": \"no\",  \"errorType\":\"TooLate\"}";
        reply = new Reply(200, Map.of("X-Amz-Function-Error", "Unhandled"), report);

        start(INVOKE, "{\"FunctionName\":\"greet\"}");

        assertThat(soon(completion.failure)).isEqualTo(new RecordedCompletion.Failure("TooLate", report));
    }

    @Test
    void an_error_report_without_a_type_is_unknown() throws Exception {
        reply = new Reply(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorMessage\":\"no\"}");

        start(ARN, "1");

        assertThat(soon(completion.failure).error()).isEqualTo("Lambda.Unknown");
    }

    @Test
    void a_function_that_is_not_there_fails_the_task_in_the_words_of_aws() throws Exception {
        reply = new Reply(
                404,
                Map.of("X-Amzn-ErrorType", "ResourceNotFoundException", "X-Amzn-RequestId", "r-2"),
                "{\"Message\":\"Function not found: greet\",\"Type\":\"User\"}");

        start(ARN, "1");

        assertThat(soon(completion.failure))
                .isEqualTo(
                        new RecordedCompletion.Failure(
                                "Lambda.ResourceNotFoundException",
                                "Function not found: greet (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: r-2; Proxy: null)"));
    }

    @Test
    void a_call_that_gets_no_answer_is_repeated() throws Exception {
        try (ServerSocket broken = new ServerSocket(0);
                LambdaTasks impatient =
                        new LambdaTasks(URI.create("http://127.0.0.1:" + broken.getLocalPort()), place.workplace())) {
            impatient.start(request(ARN, "1"), completion);

            broken.accept().close();
            try (Socket second = broken.accept()) {
                second.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n7"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(soon(completion.result)).isEqualTo(json("7"));
            }
        }
    }

    @Test
    void an_endpoint_that_is_not_there_fails_the_task() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        try (LambdaTasks nobody = new LambdaTasks(URI.create("http://127.0.0.1:" + closed), place.workplace())) {
            nobody.start(request(ARN, "1"), completion);

            assertThat(soon(completion.failure).error()).isEqualTo("Lambda.SdkClientException");
        }
    }

    @Test
    void the_sdk_integration_gives_the_payload_as_text_and_does_not_fail_for_a_function_error() throws Exception {
        reply = new Reply(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorType\":\"E\"}");

        start(SDK, "{\"FunctionName\":\"greet\",\"Payload\":\"{}\"}");

        assertThat(soon(completion.result))
                .isEqualTo(
                        json(
                                "{\"FunctionError\":\"Unhandled\",\"Payload\":\"{\\\"errorType\\\":\\\"E\\\"}\",\"StatusCode\":200}"));
    }

    @Test
    void a_callback_task_is_submitted_and_goes_on() throws Exception {
        start(INVOKE + ".waitForTaskToken", "{\"FunctionName\":\"greet\"}");

        assertThat(soon(completion.submitted).path("StatusCode").intValue()).isEqualTo(200);
        assertThat(completion.result).isNotDone();
    }

    @Test
    void a_call_without_a_function_name_or_with_what_lambda_does_not_know_cannot_be_started() throws Exception {
        start(INVOKE, "{\"Payload\":1,\"functionName\":\"greet\"}");

        assertThat(soon(completion.failure).error()).isEqualTo("States.Runtime");
        assertThat(soon(completion.failure).cause())
                .endsWith("[The field 'FunctionName' is required but was missing, "
                        + "The field \"functionName\" is not supported by Step Functions]");
        assertThat(calls).isEmpty();
    }

    private void start(String resource, String input) {
        tasks.start(request(resource, input), completion);
    }

    private static TaskRequest request(String resource, String input) {
        return Requests.of(resource, json(input));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
