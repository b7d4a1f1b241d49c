package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.api.Demand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each operation has to be allowed. */
class OperationDemandsTest {
    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";

    /** What a request of any operation may name. */
    private static final String ALL = """
            {"name": "n", "stateMachineArn": "%1$sstateMachine:m", "stateMachineVersionArn": "%1$sstateMachine:m:1",
             "stateMachineAliasArn": "%1$sstateMachine:m:PROD", "executionArn": "%1$sexecution:m:e",
             "activityArn": "%1$sactivity:a", "mapRunArn": "%1$smapRun:m/l:1", "resourceArn": "%1$sactivity:a",
             "routingConfiguration": [{"stateMachineVersionArn": "%1$sstateMachine:m:1", "weight": 100}]}
            """.formatted(PREFIX);

    private final Map<String, String> allowed = new HashMap<>();

    private final ControlPlane plane = TestPlane.inMemory();

    @AfterEach
    void close() {
        plane.close();
    }

    private List<String> of(String operation, String request) {
        return plane.demands().of(operation, JsonDocument.parse(request).root()).stream()
                .map(demand -> demand.action().replace("states:", "") + " "
                        + demand.resource().replace(PREFIX, ""))
                .toList();
    }

    /** Reads the kinds of resources of each action, as AWS's reference has them. */
    private void readReference() throws IOException {
        try (InputStream table = getClass().getResourceAsStream("/dev/stepwright/permission/service-actions.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            int from = text.indexOf("\n@states\n") + "\n@states\n".length();
            String kinds = "";
            for (String line : text.substring(from, text.indexOf("\n@", from)).split("\n")) {
                if (line.startsWith(":") || line.startsWith("=")) {
                    continue;
                }
                String[] words = line.strip().split(" ");
                kinds = line.startsWith(" ") ? kinds : words[0];
                for (String word : words) {
                    allowed.put(word.replace("+", ""), kinds.replace("!", ""));
                }
            }
        }
    }

    @Test
    void every_operation_is_about_a_resource_of_the_kind_that_aws_has_for_it() throws IOException {
        readReference();
        assertThat(plane.operations()).hasSize(37);

        for (String operation : plane.operations().keySet()) {
            List<Demand> demands =
                    plane.demands().of(operation, JsonDocument.parse(ALL).root());
            assertThat(demands).as(operation).hasSize(1);
            assertThat(demands.get(0).action()).isEqualTo("states:" + operation);
            String kinds = allowed.get(operation);
            String resource = demands.get(0).resource().replace(PREFIX, "");
            if (kinds.equals("-")) {
                assertThat(resource).as(operation).isIn("stateMachine:*", "activity:*");
            } else {
                assertThat(Stream.of(kinds.toLowerCase().split(",")))
                        .as(operation)
                        .contains(resource.toLowerCase().replaceFirst(":.*", ""));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "StartExecution | {'stateMachineArn': '~stateMachine:m'} | StartExecution stateMachine:m",
                "StartExecution | {'stateMachineArn': '~stateMachine:m:PROD'} | StartExecution stateMachine:m",
                "StartExecution | {'stateMachineArn': '~stateMachine:m:1#case'} | StartExecution stateMachine:m",
                "StartExecution | {'stateMachineArn': '~stateMachine:m#a:b'} | StartExecution stateMachine:m",
                "StartExecution | {'stateMachineArn': 'x'} | StartExecution x",
                "ListExecutions | {'stateMachineArn': '~stateMachine:m'} | ListExecutions stateMachine:m",
                "ListExecutions | {'mapRunArn': '~mapRun:m/l:1'} | ListExecutions mapRun:m/l:1",
                "DescribeMapRun | {'mapRunArn': '~mapRun:m/l:1'} | DescribeMapRun mapRun:m/l:1",
                "DescribeExecution | {'executionArn': '~express:m:n:1'} | DescribeExecution express:m:n:1",
                "CreateStateMachine | {'name': 'm', 'publish': false, 'tags': []} | CreateStateMachine stateMachine:m",
                "CreateStateMachine | {'name': 'm', 'publish': true, 'tags': [{'key': 'k'}]} | CreateStateMachine stateMachine:m, PublishStateMachineVersion stateMachine:m, TagResource stateMachine:m",
                "UpdateStateMachine | {'stateMachineArn': '~stateMachine:m', 'publish': true} | UpdateStateMachine stateMachine:m, PublishStateMachineVersion stateMachine:m",
                "CreateActivity | {'name': 'a', 'tags': [{'key': 'k'}]} | CreateActivity activity:a, TagResource activity:a",
                "TagResource | {'resourceArn': '~stateMachine:m:1', 'tags': [{'key': 'k'}]} | TagResource stateMachine:m",
                "TestState | {'revealSecrets': true} | TestState stateMachine:*, RevealSecrets stateMachine:*",
                "SendTaskSuccess | {'taskToken': 'x'} | SendTaskSuccess stateMachine:*",
                "SendTaskSuccess | {'taskToken': '???'} | SendTaskSuccess stateMachine:*",
                // arn:aws:states:us-east-1:123456789012:execution:m/l:e\n7\n...
                "SendTaskFailure | {'taskToken': 'YXJuOmF3czpzdGF0ZXM6dXMtZWFzdC0xOjEyMzQ1Njc4OTAxMjpleGVjdXRpb246bS9sOmUKNwp4'} | SendTaskFailure stateMachine:m",
            })
    void a_request_asks_for_what_it_names(String operation, String request, String demands) {
        assertThat(String.join(", ", of(operation, request.replace('\'', '"').replace("~", PREFIX))))
                .isEqualTo(demands);
    }
}
