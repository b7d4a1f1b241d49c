package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Definitions that were given to the real service: it created the machine, or said why not. */
class RecordedMachinesTest {
    private static Stream<JsonNode> cases() throws IOException {
        Path folder = Shared.folder("conformance/cases");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream()
                    .map(Shared::json);
        }
    }

    private static List<ServiceDiagnostic> errors(JsonNode recording) {
        String text = recording.has("definitionText")
                ? recording.path("definitionText").asString("")
                : JsonText.compact(recording.path("definition"));
        return ServiceValidator.validate(
                        text, WorkflowType.valueOf(recording.path("type").asString("STANDARD")))
                .stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .toList();
    }

    private static boolean isRejected(JsonNode recording) {
        return recording.path("expect").path("status").asString("").equals("CREATE_REJECTED");
    }

    @Test
    void what_the_service_created_has_no_errors() throws IOException {
        List<String> alarms = new ArrayList<>();
        cases().filter(recording -> !isRejected(recording))
                .forEach(recording -> errors(recording)
                        .forEach(error -> alarms.add(recording.path("id").asString("") + ": " + error)));

        assertThat(alarms).isEmpty();
    }

    @Test
    void what_the_service_rejected_is_rejected_in_its_words() throws IOException {
        List<JsonNode> rejected =
                cases().filter(RecordedMachinesTest::isRejected).toList();

        assertThat(rejected).isNotEmpty().allSatisfy(recording -> {
            String told = String.join(
                    ", ",
                    errors(recording).stream().map(ServiceDiagnostic::toString).toList());
            String recorded =
                    recording.path("expect").path("cause").asString("").replace("<?partition?>", "aws");
            assertThat("Invalid State Machine Definition: '" + told + "'").isEqualTo(recorded);
        });
    }
}
