package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.FieldEdit;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.server.http.Headers;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the designer answers where a value of a definition is of another kind than it should be. */
class BrokenDefinitionsTest {
    private static final String PATHS = """
            {"StartAt": "If", "TimeoutSeconds": 9, "States": {
              "If": {"Type": "Choice", "Default": "Call", "Choices": [
                {"And": [{"Not": {"Variable": "$.a", "IsPresent": true}}, {"Variable": "$.b", "StringEquals": "x"}], "Next": "Both"}]},
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"MessageBody.$": "$.a"},
                "Credentials": {"RoleArn.$": "$.role"}, "ResultPath": null, "TimeoutSeconds": 5,
                "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2, "JitterStrategy": "FULL"}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "Stop"}], "Next": "Both"},
              "Both": {"Type": "Parallel", "Branches": [{"StartAt": "One", "States": {"One": {"Type": "Succeed"}}}], "End": true},
              "Stop": {"Type": "Fail", "Error": "E"}}}
            """;

    private static final String JSONATA = """
            {"QueryLanguage": "JSONata", "StartAt": "Each", "States": {
              "Each": {"Type": "Map", "Items": "{% $states.input.a %}", "ItemSelector": {"b": "{% $states.context.Map.Item.Value %}"},
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaders": ["a"]}},
                "ItemBatcher": {"MaxItemsPerBatch": 2}, "ResultWriter": {"WriterConfig": {"OutputType": "JSON"}},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "Set",
                  "States": {"Set": {"Type": "Pass", "Assign": {"x": 1}, "Output": "{% $x %}", "Next": "Rest"},
                    "Rest": {"Type": "Wait", "Seconds": 1, "End": true}}}, "Next": "If"},
              "If": {"Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "Each"}], "Default": "Done"},
              "Done": {"Type": "Succeed"}}}
            """;

    private static final List<String> VALUES = List.of("null", "[{}]", "{}");

    @ParameterizedTest
    @ValueSource(strings = {PATHS, JSONATA})
    void any_value_may_be_of_any_kind(String definition) {
        StateMachineDefinition valid =
                AslDocument.parse("test.asl.json", definition).definition();

        for (JsonPointer at : places(valid.json(), JsonPointer.empty()).toList()) {
            for (String value : VALUES) {
                String broken = FieldEdit.at(valid, at)
                        .set(JsonDocument.parse(value).root())
                        .json()
                        .toString();
                JsonNode picture = answered(DesignerAnswers::picture, request(broken));
                for (JsonNode state : picture.path("states")) {
                    answered(FieldAnswers::fields, request(broken).set("at", state.get("at")));
                }
                answered(FieldAnswers::fields, request(broken).put("at", ""));
                for (String change : List.of("SET", "REMOVE", "ADD", "TURN_INTO")) {
                    ObjectNode changed =
                            request(broken).put("change", change).put("value", change.equals("SET") ? "[{}]" : "Not");
                    told(FieldAnswers::change, changed.deepCopy().put("at", at.toString()));
                    told(FieldAnswers::change, changed.put("at", at + "/And"));
                }
            }
        }
    }

    private static ObjectNode request(String definition) {
        return JsonNodeFactory.instance.objectNode().put("definition", definition);
    }

    private static JsonNode answered(Function<JsonNode, ObjectNode> action, JsonNode request) {
        HttpAnswer answer = told(action, request);
        assertThat(answer.status()).as(request.toString()).isEqualTo(200);
        return JsonDocument.parse(new String(answer.body(), StandardCharsets.UTF_8))
                .root();
    }

    /** Returns what is answered, which is no fault of the server's. */
    private static HttpAnswer told(Function<JsonNode, ObjectNode> action, JsonNode request) {
        byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
        HttpAnswer answer = Designer.json(new HttpCall("POST", "/designer", "", Headers.of(Map.of()), body), action);
        assertThat(answer.status()).as(request.toString()).isIn(200, 400);
        return answer;
    }

    /** Returns where the values of an object or array stand, and those within them. */
    private static Stream<JsonPointer> places(JsonNode holder, JsonPointer at) {
        Stream<JsonPointer> inner = holder.isArray()
                ? IntStream.range(0, holder.size()).mapToObj(at::appendIndex)
                : holder.propertyNames().stream().map(at::appendProperty);
        return inner.flatMap(place -> Stream.concat(Stream.of(place), places(holder.at(place.last()), place)));
    }
}
