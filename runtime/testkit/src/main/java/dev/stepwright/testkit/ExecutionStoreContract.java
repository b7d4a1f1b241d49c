package dev.stepwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.InMemoryStore;
import dev.stepwright.runtime.store.Latest;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine relies on in a store. Extend it for a store of yours and say how one is opened. */
public abstract class ExecutionStoreContract {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final String MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:M";
    private static final StateMachineDefinition DEFINITION =
            StateMachineDefinition.of(JsonDocument.parse("{\"StartAt\":\"A\",\"TimeoutSeconds\":1e2,\"States\":{}}")
                    .root());

    private ExecutionStore store = new InMemoryStore();

    /** Returns an empty store. */
    protected abstract ExecutionStore open() throws Exception;

    @BeforeEach
    final void openStore() throws Exception {
        store.close();
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    private static String arn(String name) {
        return MACHINE.replace("stateMachine", "execution") + ":" + name;
    }

    private static ExecutionHeader header(String name) {
        return header(name, MACHINE, START, null);
    }

    private static ExecutionHeader header(String name, String machine, Instant start, @Nullable String version) {
        return new ExecutionHeader(
                new ExecutionIdentity(arn(name), name, machine, "M", "role", start, false, false, version, null),
                DEFINITION,
                JsonDocument.parse("{\"price\": 1.50, \"text\": \"é\"}").root(),
                "{\"price\": 1.50, \"text\": \"é\"}",
                "note");
    }

    private Optional<StoredExecution> create(ExecutionHeader header) {
        return create(header, batch(1, 0));
    }

    private Optional<StoredExecution> create(ExecutionHeader header, Batch first) {
        return store.create(header, first).toCompletableFuture().join();
    }

    private void append(String name, Batch... batches) {
        store.append(arn(name), List.of(batches)).toCompletableFuture().join();
    }

    /** A batch with events whose ids follow those of the batch before, if all have as many. */
    private static Batch batch(long sequence, int events) {
        long first = (sequence - 1) * events + 1;
        Instant now = START.plusSeconds(sequence);
        List<HistoryEntry> entries = LongStream.range(first, first + events)
                .mapToObj(id -> new HistoryEntry(
                        id,
                        id - 1,
                        now,
                        new Event.ExecutionSucceeded(
                                JsonDocument.parse("1e" + id).root())))
                .toList();
        return new Batch(sequence, new Stimulus.TimerFired(now, sequence), entries, null);
    }

    private static Batch last(long sequence, ExecutionStatus status, Instant time) {
        Batch batch = batch(sequence, 1);
        return new Batch(
                sequence,
                batch.stimulus(),
                batch.events(),
                new ExecutionEnd(status, time, JsonDocument.parse("[1.0]").root(), null, null));
    }

    private static List<Long> ids(List<HistoryEntry> entries) {
        return entries.stream().map(HistoryEntry::id).toList();
    }

    @Test
    void an_execution_is_found_as_it_was_noted() {
        assertThat(create(header("a"))).isEmpty();

        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), null));
        assertThat(store.find(arn("b"))).isEmpty();
    }

    @Test
    void an_execution_is_noted_once_whether_it_runs_or_has_ended() {
        create(header("a"));

        assertThat(create(header("a"))).contains(new StoredExecution(header("a"), null));
        Batch end = last(2, ExecutionStatus.FAILED, START);
        append("a", end);
        assertThat(create(header("a"), batch(1, 5))).contains(new StoredExecution(header("a"), end.end()));
        assertThat(store.batches(arn("a"))).containsExactly(batch(1, 0), end);
    }

    @Test
    void an_execution_may_end_with_its_first_batch() {
        Batch only = last(1, ExecutionStatus.SUCCEEDED, START);

        assertThat(create(header("a"), only)).isEmpty();

        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), only.end()));
        assertThat(store.batches(arn("a"))).containsExactly(only);
        assertThat(store.running()).isEmpty();
    }

    @Test
    void batches_are_read_as_they_were_appended() {
        List<Batch> batches = List.of(batch(1, 3), batch(2, 3), batch(3, 3));
        create(header("a"), batches.get(0));
        create(header("b"));
        for (Batch batch : batches.subList(1, 3)) {
            append("a", batch);
            append("b", new Batch(batch.sequence(), batch.stimulus(), List.of(), null));
        }

        assertThat(store.batches(arn("a"))).isEqualTo(batches);
        assertThat(store.batches(arn("b")))
                .hasSize(3)
                .allMatch(batch -> batch.events().isEmpty());
        assertThat(store.batches(arn("nobody"))).isEmpty();
    }

    @Test
    void a_batch_that_is_not_the_next_is_refused_and_changes_nothing() {
        create(header("a"), batch(1, 1));

        for (long sequence : new long[] {1, 3, 0}) {
            assertThatThrownBy(() -> append("a", batch(sequence, 1)))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StaleSequenceException.class)
                    .hasMessageContaining(
                            "batch " + sequence + " of " + arn("a") + " was appended where batch 2 is next");
        }
        append("a", batch(2, 1));
        assertThat(store.batches(arn("a"))).hasSize(2);
    }

    @Test
    void batches_that_are_appended_together_are_there_together_or_not_at_all() {
        create(header("a"));
        Batch end = last(4, ExecutionStatus.SUCCEEDED, START);

        assertThatThrownBy(() -> append("a", batch(3, 1), batch(4, 1)))
                .hasCauseInstanceOf(StaleSequenceException.class);
        append("a", batch(2, 1), batch(3, 1), end);

        assertThat(store.batches(arn("a"))).containsExactly(batch(1, 0), batch(2, 1), batch(3, 1), end);
        assertThat(store.find(arn("a")).orElseThrow().end()).isEqualTo(end.end());
    }

    @Test
    void a_batch_of_an_execution_that_was_never_noted_is_refused() {
        assertThatThrownBy(() -> append("a", batch(1, 1))).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void history_is_read_in_pages_from_both_ends() {
        create(header("a"), shifted(1));
        for (int i = 2; i <= 100; i++) {
            append("a", i == 50 ? new Batch(i, batch(i, 1).stimulus(), List.of(), null) : shifted(i));
        }

        assertThat(ids(store.history(arn("a"), 0, 4))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(ids(store.history(arn("a"), 96, 4))).containsExactly(97L, 98L, 99L, 100L);
        assertThat(ids(store.history(arn("a"), 196, 10))).containsExactly(197L, 198L);
        assertThat(ids(store.history(arn("a"), 97, 2)))
                .as("from within a batch")
                .containsExactly(98L, 99L);
        assertThat(ids(store.history(arn("a"), 1, 1000)))
                .isEqualTo(LongStream.rangeClosed(2, 198).boxed().toList());
        assertThat(store.history(arn("a"), 198, 10)).isEmpty();
        assertThat(ids(store.history(arn("a"), 0, 1000)))
                .isEqualTo(LongStream.rangeClosed(1, 198).boxed().toList());
        assertThat(ids(store.historyBefore(arn("a"), 0, 3))).containsExactly(198L, 197L, 196L);
        assertThat(ids(store.historyBefore(arn("a"), 100, 3))).containsExactly(99L, 98L, 97L);
        assertThat(ids(store.historyBefore(arn("a"), 99, 3))).containsExactly(98L, 97L, 96L);
        assertThat(ids(store.historyBefore(arn("a"), 3, 10))).containsExactly(2L, 1L);
        assertThat(ids(store.historyBefore(arn("a"), 198, 1000)))
                .isEqualTo(LongStream.iterate(197, id -> id > 0, id -> id - 1)
                        .boxed()
                        .toList());
        assertThat(store.historyBefore(arn("a"), 1, 10)).isEmpty();
        assertThat(store.historyBefore(arn("nobody"), 0, 10)).isEmpty();
        assertThat(store.history(arn("nobody"), 0, 10)).isEmpty();
    }

    @Test
    void it_is_told_how_far_the_record_of_an_execution_goes() {
        create(header("a"));
        append("a", batch(2, 3), batch(3, 3));
        create(header("b"));

        assertThat(store.latest(arn("a"))).contains(new Latest(3, 9));
        assertThat(store.latest(arn("b"))).contains(new Latest(1, 0));
        assertThat(store.latest(arn("nobody"))).isEmpty();
    }

    /** Two events each, but for the fiftieth batch, which has none. */
    private static Batch shifted(int sequence) {
        Batch batch = batch(sequence > 50 ? sequence - 1 : sequence, 2);
        return new Batch(sequence, batch.stimulus(), batch.events(), null);
    }

    @Test
    void those_that_run_are_told_the_oldest_first() {
        for (String name : List.of("c", "a", "b")) {
            create(header(name));
        }
        append("a", last(2, ExecutionStatus.SUCCEEDED, START));

        assertThat(store.running()).containsExactly(arn("c"), arn("b"));
    }

    @Test
    void a_state_is_made_anew_from_what_is_needed_for_it() {
        create(header("a"), batch(1, 1));
        append("a", batch(2, 1));
        store.keep(arn("a"), new Snapshot(2, START, new byte[] {1, 2, 3}));
        append("a", batch(3, 1));

        Resumption resumption = store.resumption(arn("a"));

        Snapshot snapshot = resumption.snapshot();
        if (snapshot == null) {
            assertThat(resumption.batches()).hasSize(3);
        } else {
            assertThat(snapshot.sequence()).isEqualTo(2);
            assertThat(snapshot.time()).isEqualTo(START);
            assertThat(snapshot.state()).containsExactly(1, 2, 3);
            assertThat(resumption.batches()).containsExactly(batch(3, 1));
        }
        assertThat(store.batches(arn("a"))).hasSize(3);
    }

    @Test
    void many_are_read_together_as_each_by_itself() {
        List<String> arns = new ArrayList<>(List.of(arn("unknown")));
        for (int i = 0; i < 150; i++) {
            String name = "n" + i;
            arns.add(arn(name));
            create(header(name), batch(1, 1));
            append(name, batch(2, 1));
            if (i % 3 == 0) {
                store.keep(arn(name), new Snapshot(2, START, new byte[] {1, 2, 3}));
            }
            append(name, batch(3, 1));
        }

        assertThat(store.findAll(arns))
                .containsExactlyInAnyOrderElementsOf(
                        arns.stream().flatMap(arn -> store.find(arn).stream()).toList())
                .hasSize(150);
        List<String> known = arns.subList(1, arns.size());
        Map<String, Resumption> resumptions = store.resumptions(known);
        assertThat(resumptions).containsOnlyKeys(known);
        resumptions.forEach((arn, read) -> {
            Resumption alone = store.resumption(arn);
            assertThat(read.batches()).isEqualTo(alone.batches());
            assertThat(read.snapshot() == null).isEqualTo(alone.snapshot() == null);
        });
        assertThat(store.findAll(List.of())).isEmpty();
        assertThat(store.resumptions(List.of())).isEmpty();
    }

    private ExecutionQuery query(
            @Nullable ExecutionStatus status, ExecutionSummary.@Nullable Position after, int most) {
        return new ExecutionQuery(MACHINE, Instant.EPOCH, status, null, after, most);
    }

    private List<String> names(ExecutionQuery query) {
        return store.list(query).stream().map(item -> item.identity().name()).toList();
    }

    @Test
    void a_list_tells_the_newest_first_those_that_have_ended_by_their_end() {
        for (int i = 0; i < 5; i++) {
            create(header("e" + i, MACHINE, START.plusSeconds(i), null));
        }
        create(header("other", MACHINE + "2", START, null));
        append("e1", last(2, ExecutionStatus.FAILED, START.plusSeconds(100)));
        append("e3", last(2, ExecutionStatus.SUCCEEDED, START.plusSeconds(50)));

        assertThat(names(query(null, null, 10))).containsExactly("e1", "e3", "e4", "e2", "e0");
        assertThat(names(query(ExecutionStatus.RUNNING, null, 10))).containsExactly("e4", "e2", "e0");
        assertThat(names(query(ExecutionStatus.FAILED, null, 10))).containsExactly("e1");
        assertThat(names(query(ExecutionStatus.ABORTED, null, 10))).isEmpty();
        ExecutionSummary failed =
                store.list(query(ExecutionStatus.FAILED, null, 1)).get(0);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.stopTime()).isEqualTo(START.plusSeconds(100));
        assertThat(failed.identity())
                .isEqualTo(header("e1", MACHINE, START.plusSeconds(1), null).identity());
    }

    @Test
    void a_list_goes_on_where_a_page_ended_also_among_those_of_the_same_moment() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            create(header("e" + i));
            names.add(0, "e" + i);
        }

        List<String> paged = new ArrayList<>();
        List<ExecutionSummary> page = store.list(query(null, null, 3));
        while (!page.isEmpty()) {
            page.forEach(item -> paged.add(item.identity().name()));
            page = store.list(query(null, page.get(page.size() - 1).position(), 3));
        }

        assertThat(paged).isEqualTo(names);
    }

    @Test
    void a_list_can_be_of_those_that_a_version_started_or_that_began_since_a_time() {
        for (int i = 0; i < 6; i++) {
            create(header("e" + i, MACHINE, START.plusSeconds(i), i % 2 == 0 ? MACHINE + ":1" : null));
        }

        assertThat(names(new ExecutionQuery(MACHINE, Instant.EPOCH, null, MACHINE + ":1", null, 2)))
                .containsExactly("e4", "e2");
        assertThat(names(new ExecutionQuery(MACHINE, START.plusSeconds(3), null, null, null, 10)))
                .containsExactly("e5", "e4", "e3");
        assertThat(names(new ExecutionQuery("nobody", Instant.EPOCH, null, null, null, 10)))
                .isEmpty();
    }

    @Test
    void executions_of_a_machine_are_counted_by_their_status() {
        for (int i = 0; i < 6; i++) {
            create(header("e" + i, MACHINE, START.plusSeconds(i), null));
        }
        create(header("other", MACHINE + "2", START, null));
        append("e0", last(2, ExecutionStatus.FAILED, START.plusSeconds(100)));
        append("e1", last(2, ExecutionStatus.SUCCEEDED, START.plusSeconds(50)));
        append("e2", last(2, ExecutionStatus.SUCCEEDED, START.plusSeconds(60)));
        append("e3", last(2, ExecutionStatus.TIMED_OUT, START.plusSeconds(70)));
        reopen("e3", new Redrive(1, START.plusSeconds(80), null), batch(3, 1));

        assertThat(store.count(MACHINE, Instant.EPOCH))
                .isEqualTo(
                        Map.of(ExecutionStatus.RUNNING, 3L, ExecutionStatus.SUCCEEDED, 2L, ExecutionStatus.FAILED, 1L));
        assertThat(store.count(MACHINE, START.plusSeconds(60)))
                .isEqualTo(
                        Map.of(ExecutionStatus.RUNNING, 1L, ExecutionStatus.SUCCEEDED, 1L, ExecutionStatus.FAILED, 1L));
        assertThat(store.count("nobody", Instant.EPOCH)).isEmpty();
    }

    private void reopen(String name, Redrive redrive, Batch batch) {
        store.reopen(arn(name), redrive, batch).toCompletableFuture().join();
    }

    @Test
    void an_execution_that_has_ended_goes_on_and_ends_again() {
        Redrive redrive = new Redrive(1, START.plusSeconds(40), "token");
        create(header("a"), batch(1, 1));
        append("a", last(2, ExecutionStatus.FAILED, START.plusSeconds(2)));

        reopen("a", redrive, batch(3, 1));

        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), null, redrive));
        assertThat(store.running()).containsExactly(arn("a"));
        append("a", batch(4, 1));
        Batch end = last(5, ExecutionStatus.SUCCEEDED, START.plusSeconds(50));
        append("a", end);
        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), end.end(), redrive));
        assertThat(store.running()).isEmpty();
        assertThat(store.batches(arn("a"))).hasSize(5);
        assertThat(ids(store.history(arn("a"), 1, 10))).containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void an_execution_may_end_again_with_the_batch_that_has_it_go_on() {
        Redrive second = new Redrive(2, START.plusSeconds(60), null);
        create(header("a"), last(1, ExecutionStatus.FAILED, START));
        reopen(
                "a",
                new Redrive(1, START.plusSeconds(40), "one"),
                last(2, ExecutionStatus.FAILED, START.plusSeconds(40)));

        Batch end = last(3, ExecutionStatus.ABORTED, START.plusSeconds(60));
        reopen("a", second, end);

        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), end.end(), second));
        assertThat(store.running()).isEmpty();
    }

    @Test
    void only_what_has_ended_is_reopened_and_only_with_its_next_batch() {
        Redrive redrive = new Redrive(1, START, null);
        create(header("runs"), batch(1, 1));
        Batch end = last(1, ExecutionStatus.FAILED, START);
        create(header("a"), end);

        assertThatThrownBy(() -> reopen("runs", redrive, batch(2, 1)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no execution " + arn("runs") + " has ended");
        assertThatThrownBy(() -> reopen("nobody", redrive, batch(1, 1))).isInstanceOf(CompletionException.class);
        for (long sequence : new long[] {1, 3}) {
            assertThatThrownBy(() -> reopen("a", redrive, batch(sequence, 1)))
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StaleSequenceException.class);
        }
        assertThat(store.find(arn("a"))).contains(new StoredExecution(header("a"), end.end()));
        append("runs", batch(2, 1));
        reopen("a", redrive, batch(2, 1));
        assertThat(store.running()).containsExactlyInAnyOrder(arn("a"), arn("runs"));
    }

    @Test
    void a_list_can_be_of_those_that_have_been_redriven_or_have_not_and_has_them_by_their_redrive() {
        for (int i = 0; i < 3; i++) {
            create(header("e" + i, MACHINE, START.plusSeconds(i), null));
        }
        append("e0", last(2, ExecutionStatus.FAILED, START.plusSeconds(10)));
        Redrive redrive = new Redrive(1, START.plusSeconds(20), null);
        reopen("e0", redrive, batch(3, 1));

        assertThat(names(query(null, null, 10))).containsExactly("e0", "e2", "e1");
        assertThat(store.list(query(null, null, 1)).get(0).redrive()).isEqualTo(redrive);
        assertThat(names(new ExecutionQuery(MACHINE, Instant.EPOCH, null, null, true, null, 10)))
                .containsExactly("e0");
        assertThat(names(new ExecutionQuery(MACHINE, Instant.EPOCH, null, null, false, null, 10)))
                .containsExactly("e2", "e1");
    }

    @Test
    void many_executions_are_advanced_at_the_same_time() {
        int executions = 200;
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int i = 0; i < executions; i++) {
            String arn = arn("e" + i);
            CompletableFuture<?> before =
                    store.create(header("e" + i), batch(1, 2)).toCompletableFuture();
            for (int sequence = 2; sequence <= 10; sequence++) {
                Batch batch = batch(sequence, 2);
                before = before.thenCompose(done -> store.append(arn, List.of(batch)));
            }
            all.add(before);
        }
        all.forEach(CompletableFuture::join);

        for (int i = 0; i < executions; i++) {
            assertThat(ids(store.history(arn("e" + i), 0, 100)))
                    .isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }
}
