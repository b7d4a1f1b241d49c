package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.engine.RecordingStore;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ObjectsReadingTest {
    private static final StateMachineDefinition COUNT = Definitions.of("""
            {'QueryLanguage':'JSONata','StartAt':'Read','States':{'Read':{'Type':'Map',
              'ItemReader':{'Resource':'arn:aws:states:::s3:listObjectsV2','Arguments':{'Bucket':'b'},
                'ReaderConfig':{'InputType':'JSONL','Transformation':'LOAD_AND_FLATTEN'}},
              'ItemBatcher':{'MaxItemsPerBatch':1000000},
              'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},
                'StartAt':'In','States':{'In':{'Type':'Pass','Output':'{% $count($states.input.Items) %}','End':true}}},
              'Output':'{% $sum($states.result) %}','End':true}}}""");

    /** A bucket whose objects each hold one line. */
    private static final class Bucket implements TaskRunner {
        private final List<String> keys;
        private final String silent;
        final List<String> calls = new CopyOnWriteArrayList<>();
        final CompletableFuture<TaskCompletion> unanswered = new CompletableFuture<>();

        Bucket(int objects, String silent) {
            this.keys = IntStream.range(0, objects).mapToObj(String::valueOf).toList();
            this.silent = silent;
        }

        @Override
        public boolean serves(TaskRequest request) {
            return true;
        }

        @Override
        public Runnable start(TaskRequest request, TaskCompletion completion) {
            String key = request.input().path("Key").asString("");
            if (key.equals(silent)) {
                unanswered.complete(completion);
            }
            calls.add(request.resource().action() + key);
            if (key.isEmpty()) {
                String contents = keys.stream().map(k -> "{'Key':'" + k + "'}").collect(Collectors.joining(","));
                completion.succeeded(Definitions.json("{'Contents':[" + contents + "]}"));
            } else if (!key.equals(silent)) {
                completion.succeeded(StringNode.valueOf("1\n"));
            }
            return () -> calls.add("cancelled" + key);
        }
    }

    private static Engine engine(RecordingStore store, Bucket bucket) {
        return Engine.create(EngineConfig.builder()
                .store(store)
                .time(VirtualTime.manual(Instant.EPOCH))
                .runner(bucket)
                .build());
    }

    private static Execution<JsonNode> start(Engine engine) {
        return start(engine, COUNT);
    }

    private static Execution<JsonNode> start(Engine engine, StateMachineDefinition definition) {
        return engine.register("Machine", definition, JsonNode.class, JsonNode.class, TaskHandlers.none())
                .start("one", Definitions.json("{}"));
    }

    private static void awaitCall(Bucket bucket, String call) {
        while (!bucket.calls.contains(call)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void very_many_objects_that_are_there_at_once_do_not_pile_up_on_the_stack() {
        Bucket bucket = new Bucket(20_000, "none");

        try (Engine engine = engine(new RecordingStore(), bucket)) {
            assertThat(start(engine).await().output()).isEqualTo(Definitions.json("20000"));
        }
    }

    @Test
    void with_as_many_items_as_are_wanted_no_more_objects_are_read() {
        Bucket bucket = new Bucket(20, "none");
        StateMachineDefinition three = Definitions.of(
                COUNT.json().toString().replace("\"InputType\"", "\"MaxItems\":\"{% 1 + 2 %}\",\"InputType\""));

        try (Engine engine = engine(new RecordingStore(), bucket)) {
            assertThat(start(engine, three).await().output()).isEqualTo(Definitions.json("3"));
        }
        assertThat(bucket.calls).contains("getObject2").doesNotContain("getObject3");
    }

    @Test
    void an_engine_that_has_stopped_between_two_objects_reads_from_the_beginning() {
        RecordingStore store = new RecordingStore();
        Bucket stuck = new Bucket(3, "1");
        Bucket well = new Bucket(3, "none");

        try (Engine first = engine(store, stuck)) {
            start(first);
            awaitCall(stuck, "getObject1");
        }
        try (Engine second = engine(store, well)) {
            second.register("Machine", COUNT, JsonNode.class, JsonNode.class, TaskHandlers.none());

            assertThat(second.recover().get(0).await().output()).isEqualTo(Definitions.json("3"));
            assertThat(well.calls).contains("listObjectsV2", "getObject0", "getObject1", "getObject2");
        }
    }

    @Test
    void an_answer_after_the_end_has_nothing_more_read() {
        Bucket late = new Bucket(3, "1");

        try (Engine engine = engine(new RecordingStore(), late)) {
            Execution<JsonNode> execution = start(engine);
            awaitCall(late, "getObject1");
            execution.stop("Halt", "enough");
            execution.await();
            late.unanswered.join().succeeded(StringNode.valueOf("1\n"));

            assertThat(late.calls).doesNotContain("getObject2");
        }
    }

    /** What no runner should answer. */
    @SuppressWarnings("NullAway")
    private static JsonNode nothing() {
        return null;
    }

    @Test
    void an_answer_that_cannot_be_taken_ends_the_task() {
        Bucket broken = new Bucket(3, "1");

        try (Engine engine = engine(new RecordingStore(), broken)) {
            Execution<JsonNode> execution = start(engine);
            awaitCall(broken, "getObject1");
            assertThatThrownBy(() -> broken.unanswered.join().succeeded(nothing()))
                    .isInstanceOf(RuntimeException.class);

            assertThat(execution.await()).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void the_call_that_is_open_is_given_up_with_the_execution() {
        Bucket stuck = new Bucket(3, "1");

        try (Engine engine = engine(new RecordingStore(), stuck)) {
            Execution<JsonNode> execution = start(engine);
            awaitCall(stuck, "getObject1");
            execution.stop("Halt", "enough");

            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Halt", "enough"));
            awaitCall(stuck, "cancelled1");
            assertThat(stuck.calls).doesNotContain("getObject2");
        }
    }
}
