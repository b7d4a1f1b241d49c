package dev.stepwright.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonValues;
import dev.stepwright.jsonata.functions.StandardLibrary;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The cases under {@code cases/jsonata}: one expression a line over {@code input.json}, with its value or its error and where. */
class CaseFilesTest {
    private final LineProtocol protocol = new LineProtocol(FunctionLibrary.standard());

    static Stream<JsonNode> cases() throws IOException {
        return Cases.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void has_the_expected_value_or_error(JsonNode expected) throws IOException {
        String expression = expected.get("expr").stringValue();

        JsonNode answer = Cases.JSON.readTree(protocol.answer(Cases.request(expression)));

        if (expected.has("error")) {
            assertThat(answer.path("error").path("code")).as(answer.toString()).isEqualTo(expected.get("error"));
            assertThat(answer.path("error").path("position")).isEqualTo(expected.path("position"));
        } else if (expected.has("undefined")) {
            assertThat(answer.toString()).isEqualTo("{\"undefined\":true}");
        } else {
            assertThat(JsonValues.equal(answer.path("result"), expected.get("result")))
                    .as(answer.toString())
                    .isTrue();
        }
    }

    @Test
    void there_are_cases_for_every_function_of_the_library() throws IOException {
        List<JsonNode> cases = Cases.all();

        assertThat(StandardLibrary.functions().keySet())
                .filteredOn(
                        name -> !List.of("now", "millis", "random", "shuffle").contains(name))
                .allSatisfy(name -> assertThat(cases)
                        .anyMatch(testCase -> testCase.get("expr").stringValue().contains("$" + name)));
    }
}
