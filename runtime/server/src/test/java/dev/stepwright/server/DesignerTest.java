package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the designer is given, and what it is told of a text. */
class DesignerTest extends PageTest {
    private static final String REST = """
            {"StartAt": "Rest", "States": {
              "Rest": {"Type": "Wait", "Secnds": 1, "Next": "Each"},
              "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "One", "States": {"One": {"Type": "Succeed"}}}}}}
            """;

    private static final String RULES = """
            {"StartAt": "Large?", "States": {
              "Large?": {"Type": "Choice", "Default": "Done", "Choices": [
                {"Variable": "$.total", "NumericGreaterThan": 1000, "Next": "Pay"},
                {"And": [{"Variable": "$['a b']",   "StringEquals": "x"}, {"Not": {"Variable": "$.b", "BooleanEquals": true}}], "Next": "Done"}]},
              "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Retry": [{"ErrorEquals": ["Busy"]}], "End": true},
              "Done": {"Type": "Succeed"}}}
            """;

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ObjectNode request(String definition) {
        return JsonNodeFactory.instance.objectNode().put("definition", definition);
    }

    private JsonNode picture(String definition) throws Exception {
        HttpResponse<String> answer =
                post("/designer/picture", request(definition).toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonDocument.parse(answer.body()).root();
    }

    @ParameterizedTest
    @CsvSource({
        "/designer, text/html",
        "/designer/arn:aws:states:us-east-1:123456789012:stateMachine:x, text/html",
        "/designer.js, text/javascript",
        "/designer-drag.js, text/javascript",
        "/designer-fields.js, text/javascript",
        "/designer-machine.js, text/javascript",
        "/designer-picture.js, text/javascript",
        "/designer-server.js, text/javascript",
        "/designer-states.js, text/javascript",
        "/designer-text.js, text/javascript",
        "/designer-tree.js, text/javascript",
        "/designer.css, text/css"
    })
    void the_page_runs_no_script_but_its_own_and_asks_nobody_else(String path, String type) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue(type + "; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'", "script-src 'self';", "connect-src 'self'"));
    }

    @Test
    void the_script_finds_the_elements_it_names_and_the_operations_it_calls() throws Exception {
        String script = get("/designer.js").body() + get("/designer-machine.js").body();
        String page = get("/designer").body();

        assertThat(names(script, "byId\\('(\\w+)'\\)|on\\('(\\w+)', '"))
                .hasSizeGreaterThan(15)
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        assertThat(names(script, " call\\('(\\w+)'"))
                .hasSizeGreaterThan(4)
                .allSatisfy(operation -> assertThat(SfnClient.class.getMethods())
                        .anyMatch(method -> method.getName().equalsIgnoreCase(operation)));
    }

    private static List<String> names(String script, String pattern) {
        return Pattern.compile(pattern)
                .matcher(script)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .distinct()
                .toList();
    }

    @Test
    void a_finding_comes_with_the_changes_of_the_text_that_mend_it() throws Exception {
        JsonNode fixes = picture(REST).path("findings").get(0).path("fixes");
        int start = REST.indexOf("\"Secnds\"");

        assertThat(fixes)
                .extracting(JsonNode::toString)
                .containsExactly("{\"text\":\"rename to Seconds\",\"changes\":[{\"start\":" + start + ",\"end\":"
                        + (start + 8) + ",\"written\":\"\\\"Seconds\\\"\"}]}");
    }

    @Test
    void a_text_is_drawn_with_its_states_and_findings() throws Exception {
        JsonNode picture = picture(REST);

        assertThat(picture.path("svg").stringValue()).contains("data-state=\"Rest\"", "data-state=\"One\"");
        assertThat(picture.path("findings").get(0).toString())
                .contains("\"severity\":\"error\"", "\"line\":2,\"column\":28", "did you mean \\\"Seconds\\\"?");
        assertThat(picture.path("states"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"name\":\"Rest\",\"at\":\"/States/Rest\",\"type\":\"Wait\",\"scope\":0,\"last\":false,\"line\":2,\"column\":3,\"next\":\"Each\"}",
                        "{\"name\":\"Each\",\"at\":\"/States/Each\",\"type\":\"Map\",\"scope\":0,\"last\":false,\"line\":3,\"column\":3}",
                        "{\"name\":\"One\",\"at\":\"/States/Each/ItemProcessor/States/One\",\"type\":\"Succeed\",\"scope\":1,\"last\":true,\"line\":3,\"column\":87}");
    }

    @Test
    void the_fields_of_a_state_are_those_of_its_kind_and_language_with_what_is_in_them() throws Exception {
        String html = answer("/designer/fields", request(RULES).put("at", "/States/Large?"))
                .path("html")
                .stringValue();

        assertThat(html)
                .contains("value=\"$.total\" data-at=\"/States/Large?/Choices/0/Variable\"")
                .contains("<option selected=\"\">NumericGreaterThan</option>")
                .contains("data-at=\"/States/Large?/Choices/1/And\" data-change=\"ADD\"")
                .contains("data-at=\"/States/Large?/Choices/1\" data-change=\"MOVE_UP\"")
                .contains("data-at=\"/States/Large?/Choices/1/And/1/Not/Variable\"")
                .contains("data-at=\"/States/Large?/OutputPath\"")
                .doesNotContain("data-at=\"/States/Large?/Condition", "data-at=\"/States/Large?/Choices/0/Condition")
                .doesNotContain("data-at=\"/States/Large?/Output\"", "data-at=\"/States/Large?/Default");
        assertThat(answer("/designer/fields", request(RULES).put("at", ""))
                        .path("html")
                        .stringValue())
                .contains("data-at=\"/StartAt\"", "data-at=\"/TimeoutSeconds\"")
                .doesNotContain("data-at=\"/States");
    }

    @Test
    void what_is_known_of_the_input_of_a_state_is_told_by_its_paths() throws Exception {
        JsonNode fields = answer("/designer/fields", request(RULES).put("at", "/States/Large?"));

        assertThat(fields.path("paths"))
                .extracting(path -> path.path("path").stringValue() + " "
                        + path.path("kind").stringValue())
                .containsExactly("$ object", "$.total number", "$['a b'] string", "$.b boolean");
        assertThat(JsonDocument.parse(fields.path("example").stringValue()).root())
                .hasToString("{\"total\":0,\"a b\":\"\",\"b\":false}");
    }

    @Test
    void names_and_values_in_fields_are_no_markup() throws Exception {
        String name = "<img src=x onerror=alert(1)>/~\"'&";
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Pass")
                .put("Comment", "</textarea><script>alert(1)</script>")
                .put("Next", name);
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", name);
        machine.putObject("States").set(name, state);
        String at = "/States/" + name.replace("~", "~0").replace("/", "~1");

        String html = answer("/designer/fields", request(machine.toString()).put("at", at))
                .path("html")
                .stringValue();
        JsonNode changed = answer(
                "/designer/field",
                request(machine.toString())
                        .put("at", at + "/Comment")
                        .put("change", "SET")
                        .put("value", "plain"));

        assertThat(html).doesNotContain("<img", "<script").contains("&lt;/textarea&gt;");
        assertThat(changed.path("definition").stringValue()).contains("\"Comment\":\"plain\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/States/Large?/Choices/0/NumericGreaterThan | SET | 17.50 | \"NumericGreaterThan\": 17.50, \"Next\": \"Pay\"",
                "/States/Large?/Choices/0/Next | SET | Done | \"NumericGreaterThan\": 1000, \"Next\": \"Done\"",
                "/States/Large?/Choices/0 | TURN_INTO | NumericEquals | {\"Variable\": \"$.total\", \"NumericEquals\": 1000, \"Next\": \"Pay\"}",
                "/States/Large?/Choices | ADD | | {\"Variable\": \"$\", \"IsPresent\": true, \"Next\": \"Done\"}",
                "/States/Pay/Retry/0/ErrorEquals | SET | Busy, States.Timeout | \"ErrorEquals\": [\"Busy\", \"States.Timeout\"]",
                "/States/Pay/Retry/0 | REMOVE | | {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sqs:sendMessage\", \"End\": true}",
                "/States/Pay/TimeoutSeconds | SET | 60 | \"TimeoutSeconds\": 60, \"End\": true",
                "/States/Pay/ResultPath | SET | null | \"ResultPath\": null, \"End\": true",
                "/States/Pay/Parameters | SET | {\"QueueUrl\": \"q\"} | \"Parameters\": {\"QueueUrl\": \"q\"}",
                "/Comment | SET | an order | \"Comment\": \"an order\"",
                "/States/Large?/Default | SET | `` | \"Next\": \"Done\"}]}"
            })
    void a_field_is_changed_by_what_is_typed_and_the_rest_keeps_its_text(
            String at, String change, String value, String expected) throws Exception {
        JsonNode changed = answer(
                "/designer/field",
                request(RULES).put("at", at).put("change", change).put("value", value));

        assertThat(changed.path("definition").stringValue())
                .contains(expected, "{\"Variable\": \"$['a b']\",   \"StringEquals\": \"x\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/States/Pay/TimeoutSeconds | SET | soon | TimeoutSeconds takes JSON, or an expression between {% and %}: line 1, column 1",
                "/States/Pay/Colour | SET | red | ASL has no field \"/States/Pay/Colour\" here",
                "/States/Nowhere/Comment | SET | x | there is no place \"/States/Nowhere/Comment\"",
                "/States/Large?/Choices/1 | TURN_INTO | IsNull | IsNull takes one condition, found 2",
                "States | SET | x | Invalid input: JSON Pointer expression must start with '/'"
            })
    void a_change_of_a_field_that_cannot_be_made_is_told(String at, String change, String value, String message)
            throws Exception {
        HttpResponse<String> answer = post(
                "/designer/field",
                request(RULES)
                        .put("at", at)
                        .put("change", change)
                        .put("value", value)
                        .toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonDocument.parse(answer.body()).root().path("message").stringValue())
                .contains(message);
    }

    @Test
    void a_text_that_is_no_definition_has_findings_and_no_picture() throws Exception {
        assertThat(picture("{\"StartAt\": ")
                        .path("findings")
                        .get(0)
                        .path("rule")
                        .stringValue())
                .isEqualTo("ASL-DOC-001");
        assertThat(picture("{\"StartAt\": ").has("svg")).isFalse();
        assertThat(picture("[]").has("svg")).isFalse();
        assertThat(picture("[]").path("findings")).isNotEmpty();
        assertThat(picture("").path("findings").get(0).path("rule").stringValue())
                .isEqualTo("ASL-DOC-001");
        assertThat(picture("{}").path("findings")).isNotEmpty();
    }

    @Test
    void the_rules_of_express_machines_hold_for_those() throws Exception {
        String callback = """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "End": true, "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}}}}
                """;
        String body = request(callback).put("type", "EXPRESS").toString();

        assertThat(post("/designer/picture", body).body()).contains("\"severity\":\"error\"");
        assertThat(picture(callback).path("findings").toString()).doesNotContain("\"severity\":\"error\"");
    }

    @Test
    void a_state_is_put_in_renamed_led_elsewhere_and_taken_away_and_the_rest_keeps_its_text() throws Exception {
        JsonNode added = change(
                request(REST).put("state", "Rest").put("change", "ADD_AFTER").put("type", "Pass"));
        assertThat(added.path("state").stringValue()).isEqualTo("Pass");
        String text = added.path("definition").stringValue();
        assertThat(text)
                .isEqualTo(REST.replace(
                        "\"Next\": \"Each\"},\n",
                        "\"Next\": \"Pass\"},\n  \"Pass\": {\"Type\": \"Pass\", \"Next\": \"Each\"},\n"));

        JsonNode renamed = change(
                request(text).put("state", "Pass").put("change", "RENAME").put("name", "Note"));
        JsonNode led = change(request(renamed.path("definition").stringValue())
                .put("state", "Note")
                .put("change", "LEAD_TO"));
        assertThat(led.path("definition").stringValue()).contains("  \"Note\": {\"Type\": \"Pass\", \"End\": true},\n");
        assertThat(change(request(text).put("state", "Pass").put("change", "REMOVE"))
                        .path("definition")
                        .stringValue())
                .doesNotContain("Pass");
    }

    private JsonNode change(ObjectNode request) throws Exception {
        return answer("/designer/change", request);
    }

    private JsonNode answer(String path, ObjectNode request) throws Exception {
        HttpResponse<String> answer = post(path, request.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonDocument.parse(answer.body()).root();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"definition\":\"{}\",\"state\":\"A\",\"change\":\"REMOVE\"} | there is no state \"A\"",
                "{\"definition\":\"[1]\",\"state\":\"A\",\"change\":\"REMOVE\"} | it must be a JSON object",
                "{\"definition\":\"{\",\"state\":\"A\",\"change\":\"REMOVE\"} | the object that begins at 1:1 does not end",
                "{\"definition\":\"{}\",\"state\":\"A\",\"change\":\"PAINT\"} | Member must satisfy enum value set: [ADD_BEFORE",
                "{\"state\":7} | can not be converted to a String",
                "{\"definition\":\"{}\"} | Member must not be null",
                "[] | can not be converted to a Structure",
                "{ | the object that begins at 1:1 does not end"
            })
    void what_cannot_be_changed_is_told(String body, String message) throws Exception {
        HttpResponse<String> answer = post("/designer/change", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonDocument.parse(answer.body()).root().path("message").stringValue())
                .contains(message);
    }
}
