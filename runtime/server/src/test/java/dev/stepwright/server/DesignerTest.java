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
        String script = get("/designer.js").body();
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
    void a_text_is_drawn_with_its_states_and_findings() throws Exception {
        JsonNode picture = picture(REST);

        assertThat(picture.path("svg").stringValue()).contains("data-state=\"Rest\"", "data-state=\"One\"");
        assertThat(picture.path("findings").get(0).toString())
                .contains("\"severity\":\"error\"", "\"line\":2,\"column\":28", "did you mean \\\"Seconds\\\"?");
        assertThat(picture.path("states"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"name\":\"Rest\",\"type\":\"Wait\",\"scope\":0,\"last\":false,\"line\":2,\"column\":3,\"next\":\"Each\"}",
                        "{\"name\":\"Each\",\"type\":\"Map\",\"scope\":0,\"last\":false,\"line\":3,\"column\":3}",
                        "{\"name\":\"One\",\"type\":\"Succeed\",\"scope\":1,\"last\":true,\"line\":3,\"column\":87}");
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
        HttpResponse<String> answer = post("/designer/change", request.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonDocument.parse(answer.body()).root();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"definition\":\"{}\",\"state\":\"A\",\"change\":\"REMOVE\"} | there is no state 'A'",
                "{\"definition\":\"[1]\",\"state\":\"A\",\"change\":\"REMOVE\"} | a JSON object is needed",
                "{\"definition\":\"{\",\"state\":\"A\",\"change\":\"REMOVE\"} | the object that begins at 1:1 is not closed",
                "{\"definition\":\"{}\",\"state\":\"A\",\"change\":\"PAINT\"} | Member must satisfy enum value set: [ADD_BEFORE",
                "{\"state\":7} | can not be converted to a String",
                "{\"definition\":\"{}\"} | Member must not be null",
                "[] | can not be converted to a Structure",
                "{ | the object that begins at 1:1 is not closed"
            })
    void what_cannot_be_changed_is_told(String body, String message) throws Exception {
        HttpResponse<String> answer = post("/designer/change", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonDocument.parse(answer.body()).root().path("message").stringValue())
                .contains(message);
    }
}
