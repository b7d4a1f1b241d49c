package dev.stepwright.runtime.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Runs the case files; a new case needs no Java. */
class EvaluateCasesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_case_gives_what_it_says(Case example) {
        if (example.isRefused()) {
            assertThatThrownBy(example::outcome)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(example.text("refused"));
        } else if (example.fails()) {
            EvaluationFailure failure = catchThrowableOfType(EvaluationFailure.class, example::outcome);
            assertThat(failure).as("a failure").isNotNull();
            assertThat(failure.error()).isEqualTo(example.text("error"));
            assertThat(failure.detail()).startsWith(example.text("detailStarts"));
            if (example.json().has("detail")) {
                assertThat(failure.detail()).isEqualTo(example.text("detail"));
            }
        } else {
            JsonNode value = example.outcome();
            JsonNode expected = example.json().get("value");
            assertThat(JsonValues.equal(value, expected))
                    .as("%s should be %s", JsonText.compact(value), JsonText.compact(expected))
                    .isTrue();
        }
    }

    static Stream<Case> cases() throws IOException, URISyntaxException {
        URI folder = EvaluateCasesTest.class.getResource("/cases/evaluate").toURI();
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            for (Path file : files.sorted().toList()) {
                JsonNode array = JsonDocument.read(file).root();
                for (int i = 0; i < array.size(); i++) {
                    cases.add(new Case(file.getFileName().toString(), i, array.get(i)));
                }
            }
        }
        return cases.stream();
    }
}
