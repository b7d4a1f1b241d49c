package dev.stepwright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.PayloadCheck;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonSchemasTest {
    private static final String ID = "\"id\": \"0b0f4b1c-5a4e-4a0d-9d0e-2f1f6f2f3f4f\"";

    private final PayloadCheck check = new JsonSchemas().check(JsonSchemasTest.class, "/asl/order.schemas.json");

    private static JsonNode json(String text) {
        return JsonDocument.parse(text).root();
    }

    @Test
    void what_fits_has_no_problem() {
        assertThat(check.inputProblem(json("{" + ID + ", \"lines\": [{\"count\": 1}, {\"parts\": [{\"count\": 2}]}]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1] | it is [1]: array found, object expected",
                "{} | it is {}: required property 'id' not found; it is {}: required property 'lines' not found",
                "{\"id\": \"7\", \"lines\": []} | \"/id\" is \"7\": does not match the uuid pattern must be a valid RFC 4122 UUID",
                "{ID, \"lines\": [{\"count\": 0}]} | \"/lines/0/count\" is 0: must have a minimum value of 1",
                "{ID, \"lines\": [{\"parts\": [{\"colour\": 1}]}]} | \"/lines/0/parts/0\" is {\"colour\":1}: property 'colour' is not evaluated and the schema does not allow unevaluated properties",
                "{ID, \"lines\": [{}, {}], \"express\": true} | \"/lines\" is [{},{}]: must have at most 1 items but found 2"
            })
    void what_does_not_fit_is_told_with_its_place_what_was_found_and_what_is_allowed(String input, String problem) {
        assertThat(check.inputProblem(json(input.replace("ID", ID)))).contains(problem);
    }

    @Test
    void many_problems_are_counted() {
        String lines = "[" + "{\"count\": \"x\"},".repeat(12) + "{}]";

        assertThat(check.inputProblem(json("{" + ID + ", \"lines\": " + lines + "}")))
                .get()
                .asString()
                .startsWith("\"/lines/0/count\" is \"x\": string found, integer expected; \"/lines/1/count\"")
                .endsWith("\"/lines/9/count\" is \"x\": string found, integer expected; and 2 more");
    }

    @Test
    void what_has_no_schema_is_never_refused() {
        assertThat(check.outputProblem(json("[]"))).isEmpty();
    }

    @Test
    void each_task_is_checked_by_its_own_schemas() {
        assertThat(check.taskInputProblem("Pack", json("{\"count\": 0}")))
                .contains("\"/count\" is 0: must have a minimum value of 1");
        assertThat(check.taskOutputProblem("Pack", json("\"kim\"")))
                .get()
                .asString()
                .startsWith("it is \"kim\": does not match the email pattern");
        assertThat(check.taskOutputProblem("Ship", json("{\"count\": 0}"))).isPresent();
        assertThat(check.taskInputProblem("Pack", json("{\"count\": 1}"))).isEmpty();
        assertThat(check.taskInputProblem("Ship", json("{\"count\": 0}"))).isEmpty();
        assertThat(check.taskInputProblem("Bill", json("{\"count\": 0}"))).isEmpty();
    }

    @Test
    void the_words_are_the_same_in_every_locale() {
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Optional<String> problem = new JsonSchemas()
                    .check(JsonSchemasTest.class, "/asl/order.schemas.json")
                    .inputProblem(json("[]"));

            assertThat(problem).contains("it is []: array found, object expected");
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void a_value_that_is_nested_as_deep_as_a_document_may_be_is_checked() {
        String deep = "{\"parts\": [".repeat(200) + "]}".repeat(200);

        assertThat(check.inputProblem(json("{" + ID + ", \"lines\": [" + deep + "]}")))
                .isEmpty();
    }

    @Test
    void a_resource_that_is_missing_or_broken_is_told_at_once() {
        JsonSchemas schemas = new JsonSchemas();

        assertThatThrownBy(() -> schemas.check(JsonSchemasTest.class, "/asl/none.schemas.json"))
                .hasMessage("/asl/none.schemas.json is not on the class path of dev.stepwright.schema.JsonSchemasTest;"
                        + " build the project again");
        assertThatThrownBy(() -> schemas.check(JsonSchemasTest.class, "/asl/broken.schemas.json"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/asl/broken.schemas.json")
                .hasMessageContaining("none.schema.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:asl/any.schema.json", "resource:asl/any.schema.json"})
    void a_schema_of_the_class_path_is_not_read(String reference) {
        PayloadCheck reaching = new JsonSchemas().check(JsonSchemasTest.class, "/asl/reaching.schemas.json");
        String task = reference.startsWith("classpath") ? "Classpath" : "Resource";

        assertThat(reaching.taskInputProblem(task, json("1")))
                .get()
                .asString()
                .startsWith("its schema cannot be used: ")
                .contains(reference);
    }

    @Test
    void a_schema_that_refers_to_nothing_refuses_every_value() {
        PayloadCheck broken = new JsonSchemas().check(JsonSchemasTest.class, "/asl/left.schemas.json");

        assertThat(broken.outputProblem(json("1")))
                .get()
                .asString()
                .startsWith("its schema cannot be used: ")
                .contains("asl:/none.schema.json");
    }
}
