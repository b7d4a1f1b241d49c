package dev.stepwright.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.json.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

class AslDocumentTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("order.asl.json"), text);
    }

    @Test
    void a_placeholder_that_stands_bare_is_read_as_a_text_and_moves_no_place() throws IOException {
        AslDocument document = AslDocument.read(file("""
                {"StartAt": "Pay", "TimeoutSeconds": ${Limit}, "States": {
                  "Pay": {"Type": "Task", "Resource": "${Pay}", "Retry": ${Retry}, "End": true}}}
                """));

        assertThat(document.root().at("/TimeoutSeconds").stringValue()).isEqualTo("${Limit}");
        assertThat(document.root().at("/States/Pay/Retry").stringValue()).isEqualTo("${Retry}");
        assertThat(document.root().at("/States/Pay/Resource").stringValue()).isEqualTo("${Pay}");
        assertThat(document.position(JsonPointer.compile("/States/Pay/End"))).hasToString("2:75");
        assertThat(document.text()).contains("\"Retry\": ${Retry}");
    }

    @Test
    void a_placeholder_that_stands_bare_is_printed_so_again_where_it_is_asked_for() throws IOException {
        String text = """
                {
                  "TimeoutSeconds": ${Limit},
                  "Comment": "${Words}",
                  "States": {
                    "Pay": {
                      "Retry": [
                        ${Retry}
                      ]
                    }
                  }
                }
                """;

        AslDocument document = AslDocument.read(file(text));

        assertThat(document.isJson()).isTrue();
        assertThat(document.definition().toUnfilledAsl()).isEqualTo(text);
        assertThat(document.definition().toAsl())
                .isEqualTo(text.replace("${Limit}", "\"${Limit}\"").replace("${Retry}", "\"${Retry}\""));
    }

    @Test
    void what_is_no_json_beside_a_bare_placeholder_is_told_at_its_place() throws IOException {
        Path file = file("""
                {"TimeoutSeconds": ${Limit},
                 "StartAt": Pay}
                """);

        assertThatThrownBy(() -> AslDocument.read(file))
                .isInstanceOfSatisfying(
                        JsonSyntaxException.class,
                        problem -> assertThat(problem.position()).hasToString("2:13"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "{\"a\": ${Limit%n \"b\": {\"c\": 1}}, 1:7, $",
                "{\"a\": ${Limit\"},  1:7, $",
                "{\"a\": ${Limit} %n \"b\": \"${B}\"}, 2:2, ','",
                "{\"a\": \"${Limit}%n\"}, 1:16, ",
                "{\"a\": 12${X}}, 1:9, $",
                "{\"a\": ${X}${Y}}, 1:11, $",
                "{\"a\": \"${Limit}\" %n \"b\": 1}, 2:2, ','",
            })
    void what_is_broken_in_a_text_with_placeholders_is_told_where_it_is(String text, String place, String found)
            throws IOException {
        Path file = file(text.formatted());

        assertThatThrownBy(() -> AslDocument.read(file)).isInstanceOfSatisfying(JsonSyntaxException.class, problem -> {
            assertThat(problem.position()).hasToString(place);
            assertThat(problem.problem()).contains(found == null ? "" : found);
        });
    }
}
