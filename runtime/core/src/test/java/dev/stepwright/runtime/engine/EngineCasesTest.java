package dev.stepwright.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.ExecutionDescription;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryDocument;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.runtime.store.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every file below {@code cases/engine}: a new case needs no Java. */
class EngineCasesTest {
    static Stream<EngineCase> cases() {
        return EngineCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_case_ends_as_its_file_says(EngineCase engineCase) throws Exception {
        EngineCase.Result result = engineCase.run();

        ExecutionDescription execution = result.execution();
        JsonNode expected = engineCase.expected();
        assertThat(execution.status().name() + " " + execution.error() + " " + execution.cause())
                .isEqualTo(expected.path("status").stringValue() + " " + engineCase.expectedText("error") + " "
                        + engineCase.expectedText("cause"));
        if (expected.has("output")) {
            JsonNode output = Objects.requireNonNull(execution.output(), "output");
            assertThat(JsonValues.equal(expected.path("output"), output))
                    .as(JsonText.compact(output))
                    .isTrue();
        }
        if (expected.has("events")) {
            assertThat(result.events())
                    .containsExactlyElementsOf(expected.path("events")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .toList());
        }
        if (expected.has("seconds")) {
            assertThat(result.seconds()).isEqualTo(expected.path("seconds").doubleValue());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_same_stimuli_give_the_same_history_again(EngineCase engineCase) throws Exception {
        EngineCase.Result result = engineCase.run();
        List<Batch> batches =
                result.store().batches(result.execution().identity().arn());
        ExecutionState again =
                ExecutionState.create(engineCase.plan(), result.execution().identity(), engineCase.limits(), true);

        List<HistoryEntry> history = new ArrayList<>();
        batches.forEach(
                batch -> history.addAll(Decider.decide(again, batch.stimulus()).events()));

        assertThat(history)
                .isNotEmpty()
                .isEqualTo(batches.stream()
                        .flatMap(batch -> batch.events().stream())
                        .toList());
        assertThat(again.status()).isEqualTo(result.execution().status());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_history_is_read_again_from_what_is_shown_of_it(EngineCase engineCase) throws Exception {
        List<HistoryEvent> shown = engineCase.run().history();
        ArrayNode text = JsonNodeFactory.instance.arrayNode();
        shown.forEach(event -> text.add(event.toJson()));

        List<HistoryEntry> read = HistoryDocument.parse("history", JsonText.compact(text));

        assertThat(AwsHistory.of(read).stream().map(HistoryEvent::toJson).map(JsonText::compact))
                .containsExactlyElementsOf(shown.stream()
                        .map(HistoryEvent::toJson)
                        .map(JsonText::compact)
                        .toList());
    }
}
