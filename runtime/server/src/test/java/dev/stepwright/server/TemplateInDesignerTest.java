package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the designer is told of a template, in which placeholders stand without quotes. */
class TemplateInDesignerTest extends PageTest {
    private static final String BARE = """
            {"StartAt": "Pay", "States": {
              "Pay": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": ${T},   "HeartbeatSeconds": 5, "End": true}},
              "TimeoutSeconds": ${All}, "Coment": "a"}
            """;

    @Test
    void placeholders_without_quotes_are_drawn_shown_changed_and_laid_out_as_they_stand() throws Exception {
        String at = "/States/Pay/TimeoutSeconds";

        assertThat(answer("/designer/picture", request()).path("svg").stringValue())
                .contains("data-state=\"Pay\"");
        assertThat(answer("/designer/picture", request()).path("findings").toString())
                .contains("rename to Comment");
        assertThat(answer("/designer/fields", request().put("at", "/States/Pay"))
                        .path("html")
                        .stringValue())
                .contains("data-at=\"" + at + "\" rows=\"1\" spellcheck=\"false\">\n${T}</textarea>");
        assertThat(answer("/designer/layout", request()).path("definition").stringValue())
                .contains("      \"TimeoutSeconds\": ${T},\n")
                .contains("      \"HeartbeatSeconds\": 5,\n");
        assertThat(text(answer(
                        "/designer/change",
                        request().put("state", "Pay").put("change", "ADD_AFTER").put("type", "Succeed"))))
                .isEqualTo(BARE.replace(
                        "\"End\": true}", "\"Next\": \"Succeed\"},\n  \"Succeed\": {\"Type\": \"Succeed\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "TimeoutSeconds, 60, ${T}, 60",
        "TimeoutSeconds, ${Limit}, ${T}, ${Limit}",
        "HeartbeatSeconds, ${H}, 5, ${H}"
    })
    void a_field_takes_and_loses_a_placeholder_without_quotes(String field, String typed, String old, String changed)
            throws Exception {
        ObjectNode request =
                request().put("at", "/States/Pay/" + field).put("change", "SET").put("value", typed);

        assertThat(text(answer("/designer/field", request)))
                .isEqualTo(BARE.replace("\"" + field + "\": " + old, "\"" + field + "\": " + changed));
    }

    @Test
    void what_mends_a_finding_behind_a_placeholder_without_quotes_is_at_its_place() throws Exception {
        JsonNode change = answer("/designer/picture", request())
                .path("findings")
                .valueStream()
                .flatMap(found -> found.path("fixes").valueStream())
                .filter(fix -> fix.path("text").stringValue().equals("rename to Comment"))
                .findFirst()
                .orElseThrow()
                .path("changes")
                .get(0);

        assertThat(BARE.substring(
                        change.path("start").asInt(), change.path("end").asInt()))
                .isEqualTo("\"Coment\"");
    }

    private static String text(JsonNode changed) {
        return changed.path("definition").stringValue();
    }

    private static ObjectNode request() {
        return JsonNodeFactory.instance.objectNode().put("definition", BARE);
    }

    private JsonNode answer(String path, ObjectNode request) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(address(path))
                .POST(BodyPublishers.ofString(request.toString()))
                .build();
        HttpResponse<String> answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonDocument.parse(answer.body()).root();
    }
}
