package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.history.HistoryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Executions that were recorded on AWS. */
class RecordedCasesTest {
    /** The recorder has put marks into values, and has lost the blanks of causes that are JSON. */
    private static final Pattern LOST = Pattern.compile("<\\?|/Cause: \"\\{|: \"date\" ->|RedriveCount: nothing ->");

    /** One whose activity did not exist any more, and a Map whose items could not be read. */
    private static final Pattern OTHER = Pattern.compile("activity-task-on-deleted|csv-headers-decl-duplicate-headers");

    private static List<RecordedCase> cases() throws IOException {
        Path cases =
                Path.of(System.getProperty("stepwright.shared", "../shared")).resolve("conformance/cases");
        assumeTrue(
                Files.isDirectory(cases),
                () -> cases + " is absent; set -Dstepwright.shared=FOLDER to run the recorded cases");
        return RecordedCase.in(cases);
    }

    @Test
    void those_that_we_run_as_aws_does_come_out_the_same() throws Exception {
        List<String> differing = new ArrayList<>();
        for (RecordedCase recorded : cases()) {
            replay(recorded).differences().stream()
                    .filter(difference -> !LOST.matcher(difference.text()).find())
                    .filter(difference -> !OTHER.matcher(recorded.id()).find())
                    .forEach(difference -> differing.add(recorded.id() + ": " + difference));
        }

        assertThat(differing).isEmpty();
    }

    private static Replay<JsonNode> replay(RecordedCase recorded) {
        TestMachine<JsonNode, JsonNode> machine = TestMachine.of(recorded.definition(), Stubs.none());
        return (recorded.isExpress() ? machine.asExpress() : machine)
                .replay(RecordedExecution.parse(recorded.history()));
    }

    @Test
    void what_is_read_is_shown_again_as_it_was() throws Exception {
        List<String> differing = new ArrayList<>();
        for (RecordedCase recorded : cases()) {
            JsonNode history = JsonDocument.parse(recorded.history()).root();
            List<HistoryEvent> shown =
                    RecordedExecution.parse(recorded.history()).history();
            for (int i = 0; i < shown.size(); i++) {
                JsonNode then = history.get(i).path("anyEventDetails");
                if (!shown.get(i).type().equals(history.get(i).path("type").stringValue())
                        || !then.isMissingNode()
                                && !JsonValues.equal(then, shown.get(i).details())) {
                    differing.add(
                            recorded.id() + ": " + then + " " + shown.get(i).details());
                }
            }
        }

        assertThat(differing).isEmpty();
    }
}
