package dev.stepwright.runtime.store.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.Redrive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is read is what was written. All kinds are asked of the sealed types, so that a new one without a form is noticed here. */
class FormsTest {
    private static final int SEEDS = 300;
    private static final String LATER = "; a later version of Stepwright wrote it, so open the store with that version";

    static Stream<Class<?>> events() {
        return Arrays.stream(Event.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> stimuli() {
        return Arrays.stream(Stimulus.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of(type));
    }

    private static Batch again(Batch batch) {
        return BatchForm.read(batch.sequence(), BatchForm.write(batch));
    }

    private static Batch batch(Stimulus stimulus, Event... events) {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(new HistoryEntry(entries.size() + 7L, entries.size(), stimulus.now(), event));
        }
        return new Batch(3, stimulus, entries, null);
    }

    @ParameterizedTest
    @MethodSource("stimuli")
    void every_stimulus_is_read_as_it_was_written(Class<? extends Stimulus> type) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Batch batch = batch(new Samples(seed).of(type));

            assertThat(again(batch)).as("seed " + seed).isEqualTo(batch);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_read_as_it_was_written(Class<? extends Event> type) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Samples samples = new Samples(seed);
            Batch batch = batch(new Stimulus.Resumed(Instant.EPOCH), samples.of(type), samples.of(type));

            assertThat(again(batch)).as("seed " + seed).isEqualTo(batch);
        }
    }

    @Test
    void batches_of_all_kinds_are_read_as_they_were_written() {
        List<Class<?>> kinds = events().toList();
        for (long seed = 0; seed < SEEDS; seed++) {
            Samples samples = new Samples(seed);
            Random random = new Random(seed);
            Event[] events = new Event[random.nextInt(9)];
            for (int i = 0; i < events.length; i++) {
                events[i] = (Event) samples.of(kinds.get(random.nextInt(kinds.size())));
            }
            Batch open = batch(samples.of(Stimulus.TaskSucceeded.class), events);
            Batch batch = new Batch(
                    open.sequence(),
                    open.stimulus(),
                    open.events(),
                    random.nextBoolean() ? null : end(samples, random));

            assertThat(again(batch)).as("seed " + seed).isEqualTo(batch);
        }
    }

    private static ExecutionEnd end(Samples samples, Random random) {
        ExecutionStatus status = ExecutionStatus.values()[1 + random.nextInt(4)];
        return new ExecutionEnd(status, Instant.ofEpochSecond(5, 7), samples.json(), samples.text(), null);
    }

    @Test
    void the_texts_of_numbers_and_strings_survive() {
        JsonNode value =
                JsonDocument.parse("[1.50, 1e3, -0, \"\\u00e9\", {\"a\": 1.0}]").root();

        Batch read = again(batch(new Stimulus.TaskSucceeded(Instant.EPOCH, 1, value)));

        assertThat(JsonText.compact(((Stimulus.TaskSucceeded) read.stimulus()).result()))
                .isEqualTo("[1.50,1e3,-0,\"\\u00e9\",{\"a\":1.0}]");
    }

    @Test
    void a_value_in_several_places_is_written_once_and_stays_one_object() {
        ObjectNode value = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(1000));
        Batch batch = batch(
                new Stimulus.TaskSucceeded(Instant.EPOCH, 1, value),
                new Event.ExecutionSucceeded(value),
                new Event.ExecutionSucceeded(
                        JsonNodeFactory.instance.arrayNode().add(value).add(value)));

        byte[] bytes = BatchForm.write(batch);
        Batch read = BatchForm.read(3, bytes);

        assertThat(bytes).hasSizeLessThan(1100);
        assertThat(read).isEqualTo(batch);
        JsonNode first = ((Event.ExecutionSucceeded) read.events().get(0).event()).output();
        JsonNode list = ((Event.ExecutionSucceeded) read.events().get(1).event()).output();
        assertThat(list.get(0)).isSameAs(first);
        assertThat(list.get(1)).isSameAs(first);
    }

    @Test
    void a_value_that_is_too_deep_for_the_engine_does_not_break_the_writer() {
        JsonNode deep = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100_000; i++) {
            deep = JsonNodeFactory.instance.arrayNode().add(deep);
        }

        Batch read = again(batch(new Stimulus.TaskSucceeded(Instant.EPOCH, 1, deep)));

        assertThat(((Stimulus.TaskSucceeded) read.stimulus())
                        .result()
                        .at("/0/0/0")
                        .isArray())
                .isTrue();
    }

    @Test
    void a_header_is_read_as_it_was_written() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Samples samples = new Samples(seed);
            ExecutionIdentity identity = new ExecutionIdentity(
                    "arn" + samples.text(),
                    samples.text(),
                    samples.text(),
                    samples.text(),
                    samples.text(),
                    Instant.ofEpochSecond(seed, 999_999_999),
                    seed % 2 == 0,
                    seed % 4 == 0,
                    null,
                    samples.text());
            StateMachineDefinition definition =
                    StateMachineDefinition.of(JsonDocument.parse("{\"StartAt\": \"A\", \"TimeoutSeconds\": 1e1}")
                            .root());
            ExecutionHeader header =
                    new ExecutionHeader(identity, definition, samples.json(), samples.text(), samples.text());

            ExecutionHeader read = HeaderForm.header(
                    HeaderForm.identity(HeaderForm.identity(identity)),
                    HeaderForm.definition(HeaderForm.definition(definition)),
                    HeaderForm.input(header));

            assertThat(read).as("seed " + seed).isEqualTo(header);
            assertThat(HeaderForm.definition(read.definition())).contains("1e1");
        }
    }

    @Test
    void the_task_that_has_started_an_execution_is_read_as_it_was_written() {
        ExecutionIdentity identity =
                new ExecutionIdentity("arn", "name", "machine", "M", "role", Instant.EPOCH, false, false, null, null);
        StateMachineDefinition definition = StateMachineDefinition.of(
                JsonDocument.parse("{\"StartAt\": \"A\"}").root());
        ExecutionHeader header = new ExecutionHeader(
                identity, definition, JsonNodeFactory.instance.objectNode(), null, null, "parent#1");

        assertThat(HeaderForm.header(identity, definition, HeaderForm.input(header)))
                .isEqualTo(header);
    }

    @Test
    void a_form_of_a_later_version_is_refused() {
        byte[] bytes = BatchForm.write(batch(new Stimulus.Resumed(Instant.EPOCH)));
        bytes[0] = 3;

        assertThatThrownBy(() -> BatchForm.read(1, bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("the batch is written in format 3, but this version reads only up to format 2" + LATER);
    }

    @Test
    void kinds_and_fields_of_a_later_version_are_told_from_damage() {
        byte[] kind = BatchForm.write(batch(new Stimulus.Resumed(Instant.EPOCH)));
        kind[1] = 99;
        byte[] end = EndForm.write(new ExecutionEnd(ExecutionStatus.FAILED, Instant.EPOCH, null, null, null));
        byte[] redrive = RedriveForm.write(new Redrive(1, Instant.EPOCH, null));

        assertThatThrownBy(() -> BatchForm.read(1, kind)).hasMessage("kind 99 of a stimulus is not known here" + LATER);
        assertThatThrownBy(() -> EndForm.read(Arrays.copyOf(end, end.length + 1)))
                .hasMessage("the end of the execution has content that this version does not know" + LATER);
        assertThatThrownBy(() -> RedriveForm.read(Arrays.copyOf(redrive, redrive.length + 1)))
                .hasMessage("the redrive has content that this version does not know" + LATER);
    }

    @Test
    void what_was_refused_is_read_as_it_was_written() {
        Stimulus resumed = new Stimulus.Resumed(Instant.EPOCH);
        Batch refusing = new Batch(1, resumed, List.of(), null, Map.of(7L, "no queue"));
        Batch taking = new Batch(1, resumed, List.of(), null, Map.of());

        assertThat(again(refusing)).isEqualTo(refusing);
        assertThat(again(taking)).isEqualTo(taking);
    }

    @Test
    void what_tells_of_no_refusals_is_still_read_by_earlier_versions() {
        assertThat(BatchForm.write(batch(new Stimulus.Resumed(Instant.EPOCH)))[0])
                .isEqualTo((byte) 1);
    }

    @Test
    void bytes_that_end_too_early_or_make_no_sense_are_refused_and_nothing_else_happens() {
        byte[] bytes = BatchForm.write(
                batch(new Samples(5).of(Stimulus.Started.class), new Samples(6).of(Event.StateExited.class)));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThatThrownBy(() -> BatchForm.read(1, cut)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    void every_flipped_bit_breaks_the_seal() {
        byte[] sealed = Seal.seal(new byte[] {1, 2, 3, 4, 5}, 17, 4);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThatThrownBy(() -> Seal.open(flipped, "batch 4", 17, 4))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageStartingWith("batch 4 is damaged");
        }
        assertThat(Seal.open(sealed, "batch 4", 17, 4)).containsExactly(1, 2, 3, 4, 5);
        assertThatThrownBy(() -> Seal.open(sealed, "batch 4", 17, 5)).isInstanceOf(UnreadableException.class);
    }
}
