package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes, the answer is one of AWS: success or an error with a code, never an internal failure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final List<String> OPERATIONS = List.of(
            "CreateActivity",
            "CreateStateMachine",
            "CreateStateMachineAlias",
            "DeleteActivity",
            "DeleteStateMachine",
            "DeleteStateMachineAlias",
            "DeleteStateMachineVersion",
            "DescribeActivity",
            "DescribeExecution",
            "DescribeStateMachine",
            "DescribeStateMachineAlias",
            "DescribeStateMachineForExecution",
            "GetActivityTask",
            "GetExecutionHistory",
            "ListActivities",
            "ListExecutions",
            "ListStateMachineAliases",
            "ListStateMachineVersions",
            "ListStateMachines",
            "ListTagsForResource",
            "PublishStateMachineVersion",
            "SendTaskFailure",
            "SendTaskHeartbeat",
            "SendTaskSuccess",
            "StartExecution",
            "StartSyncExecution",
            "StopExecution",
            "TagResource",
            "TestState",
            "UntagResource",
            "UpdateStateMachine",
            "UpdateStateMachineAlias",
            "ValidateStateMachineDefinition");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u0000\\ud800\"",
            "\"arn:\"",
            "\"arn:aws:states:us-east-1:123456789012:stateMachine:a:b:c:d\"",
            "\"arn:aws:states:us-east-1:123456789012:stateMachine:a/b\"",
            "\"" + "{\\\"a\\\":".repeat(2000) + "\"",
            "[]",
            "[null]",
            "[1]",
            "[{}]",
            "{}",
            "{\"a\":1}");

    private RunningServer server;
    private HttpClient client;

    @BeforeAll
    void start() {
        server = RunningServer.start(config -> config.pollTime(Duration.ofMillis(10)));
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<String> operations() {
        return OPERATIONS.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_member_of_every_operation_may_be_anything(String operation) throws Exception {
        for (String member : members(operation)) {
            for (String value : VALUES) {
                assertIsAnswerOfAws(operation, "{\"" + member + "\":" + value + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_body_may_be_anything(String operation) throws Exception {
        for (String body :
                List.of("", "{", "{}", "[]", "null", "\"text\"", "1", "\u0000", "{\"a\":1}{", "[".repeat(5000))) {
            assertIsAnswerOfAws(operation, body);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CreateStateMachine",
                "StartExecution",
                "ValidateStateMachineDefinition",
                "TestState",
                "SendTaskSuccess"
            })
    void two_megabytes_are_too_much_for_every_member(String operation) throws Exception {
        String text = "x".repeat(2 << 20);
        for (String member : members(operation)) {
            assertIsAnswerOfAws(operation, "{\"" + member + "\":\"" + text + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "1",
                "{}",
                "{\"StartAt\":1,\"States\":[]}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":null}}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":[]}}}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":1,\"End\":true}}}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Choice\",\"Choices\":[1,{\"And\":{}}]}}}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"ItemProcessor\":{\"States\":{\"B\":1}},\"End\":true}}}",
                "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"InputPath\":\"$[\",\"Parameters\":{\"x.$\":\"States.Nope(\"},\"End\":\"yes\"}}}",
                "{\"StartAt\":\"A\",\"QueryLanguage\":\"JSONata\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Output\":\"{% $( %}\",\"End\":true}}}",
            })
    void a_definition_that_is_none_is_invalid_and_no_failure(String definition) throws Exception {
        String quoted = JsonMapper.shared().writeValueAsString(definition);

        JsonNode created = call(
                "CreateStateMachine",
                "{\"name\":\"hostile\",\"roleArn\":\"" + RunningServer.ROLE + "\",\"definition\":" + quoted + "}");
        assertThat(created.path("__type").asString(""))
                .isEqualTo("com.amazonaws.swf.service.v2.model#InvalidDefinition");
        assertThat(call("ValidateStateMachineDefinition", "{\"definition\":" + quoted + "}")
                        .path("result")
                        .asString(""))
                .isEqualTo("FAIL");
        assertIsAnswerOfAws("TestState", "{\"definition\":" + quoted + "}");
    }

    @Test
    void an_input_of_great_depth_is_refused_or_run_but_breaks_nothing() throws Exception {
        String machine = server.machine("deep", RunningServer.PASS);
        String input = "[".repeat(900) + "]".repeat(900);

        assertIsAnswerOfAws("StartExecution", "{\"stateMachineArn\":\"" + machine + "\",\"input\":\"" + input + "\"}");
    }

    /** Returns the names of an operation's members, from the SDK's model. */
    private static List<String> members(String operation) throws Exception {
        Class<?> request = Class.forName("software.amazon.awssdk.services.sfn.model." + operation + "Request");
        Object builder = request.getMethod("builder").invoke(null);
        return ((SdkPojo) builder)
                .sdkFields().stream().map(SdkField::memberName).toList();
    }

    private void assertIsAnswerOfAws(String operation, String body) throws Exception {
        String shown = operation + " " + (body.length() < 300 ? body : body.substring(0, 300) + "...");
        HttpResponse<String> response = send(operation, body);
        assertThat(response.statusCode()).as(shown + " -> " + response.body()).isIn(200, 400);
        if (response.statusCode() == 400) {
            JsonNode error = json(response.body());
            assertThat(error.path("__type").asString("")).as(shown).isNotEmpty();
            assertThat(error.path("message").asString(""))
                    .as(shown)
                    .isNotEmpty()
                    .doesNotContain("Exception:", "\tat ");
        }
    }

    private JsonNode call(String operation, String body) throws Exception {
        return json(send(operation, body).body());
    }

    private static JsonNode json(String text) throws JacksonException {
        return JsonMapper.shared().readTree(text);
    }

    private HttpResponse<String> send(String operation, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.server().endpoint() + "/"))
                        .header("X-Amz-Target", "AWSStepFunctions." + operation)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
