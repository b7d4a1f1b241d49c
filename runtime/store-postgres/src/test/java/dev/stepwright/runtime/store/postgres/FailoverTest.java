package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.testkit.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailoverTest {
    private static final StateMachineDefinition ONE_TASK = StateMachineDefinition.of(JsonDocument.parse(
                    "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"work\",\"End\":true}}}")
            .root());

    private final PostgresSettings settings = TestDatabase.settings().withClock(() -> Stored.START);

    private PostgresStore open() {
        return PostgresStore.open(TestDatabase.url(), settings);
    }

    /** What another process would do that has waited for long enough. */
    private void takeFrom(PostgresStore store) {
        TestDatabase.execute("UPDATE " + store.schema()
                + ".owner SET epoch = epoch + 1, holder = gen_random_uuid(), place = 'somebody else'");
    }

    @Test
    void a_second_store_stands_by_says_so_and_goes_on_when_the_first_is_closed() {
        CompletableFuture<String> told = new CompletableFuture<>();
        PostgresStore first = open();
        CompletableFuture<PostgresStore> second = CompletableFuture.supplyAsync(() -> PostgresStore.open(
                TestDatabase.url(), settings.withFailover(settings.failover().withTold(told::complete))));

        assertThat(told.join())
                .contains(
                        "standing by",
                        "belongs to process " + ProcessHandle.current().pid());
        Stored.create(first, "a");
        assertThat(second).isNotDone();
        first.close();

        try (PostgresStore store = second.join()) {
            assertThat(store.running()).containsExactly("a");
            Stored.append(store, "a", Stored.batch(2, "two"));
        }
    }

    /** It has looked at the tables before it began to wait. */
    @Test
    void a_store_that_stands_by_refuses_tables_that_a_later_version_has_made_meanwhile() {
        CompletableFuture<String> told = new CompletableFuture<>();
        PostgresStore first = open();
        CompletableFuture<PostgresStore> second = CompletableFuture.supplyAsync(() -> PostgresStore.open(
                TestDatabase.url(), settings.withFailover(settings.failover().withTold(told::complete))));
        told.join();
        TestDatabase.execute("INSERT INTO " + first.schema() + ".version VALUES (2)");
        first.close();

        assertThatThrownBy(second::join).hasMessageContaining("has version 2, but this program knows only version 1");
        assertThat(TestDatabase.text("SELECT holder IS NULL FROM " + first.schema() + ".owner"))
                .isEqualTo("t");
    }

    /** For longer than the lease, while it gives no sign of life. */
    @Test
    void whoever_brings_the_tables_up_to_date_is_left_the_time() {
        open().close();
        PostgresSettings hasty = settings.withFailover(settings.failover().withLease(Duration.ofMillis(300)));
        Database database = Database.at(TestDatabase.url(), settings.schema());
        String first = Schema.of(settings.schema()).scripts().get(0);
        Schema slow =
                new Schema(settings.schema(), List.of(first, "SELECT pg_sleep(1.5); INSERT INTO version VALUES (2)"));
        CompletableFuture<PostgresStore> one =
                CompletableFuture.supplyAsync(() -> PostgresStore.open(database, hasty, slow));
        CompletableFuture<PostgresStore> other =
                CompletableFuture.supplyAsync(() -> PostgresStore.open(database, hasty, slow));

        PostgresStore upgraded =
                (PostgresStore) CompletableFuture.anyOf(one, other).join();
        Stored.create(upgraded, "a");
        upgraded.close();

        try (PostgresStore later = one.join() == upgraded ? other.join() : one.join()) {
            assertThat(later.running()).containsExactly("a");
        }
    }

    @Test
    void a_second_store_waits_no_longer_than_it_is_told() {
        try (PostgresStore first = open()) {
            PostgresSettings impatient =
                    settings.withFailover(settings.failover().withLongestWait(Duration.ofMillis(100)));

            assertThatThrownBy(() -> PostgresStore.open(TestDatabase.url(), impatient))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("belongs to process")
                    .hasMessageContaining("has stood by for PT0.1S")
                    .hasMessageContaining("set another schema for this engine");
            Stored.create(first, "a");
        }
    }

    @Test
    void a_store_that_was_taken_over_can_never_write_again() {
        try (PostgresStore store = open()) {
            Stored.create(store, "a");
            takeFrom(store);

            assertThatThrownBy(() -> Stored.append(store, "a", Stored.batch(2, "two")))
                    .hasCauseInstanceOf(StoreLostException.class)
                    .hasMessageContaining("taken over by somebody else");
            assertThatThrownBy(() -> store.documents().put("c", "k", "text")).isInstanceOf(StoreLostException.class);
            assertThatThrownBy(() -> Stored.create(store, "b")).hasCauseInstanceOf(StoreLostException.class);
            assertThat(store.batches("a")).hasSize(1);
        }
    }

    /** The database skips whatever follows the look at the owner: it neither runs into what the other has written nor has the other wait. */
    @Test
    void what_a_store_sends_that_was_taken_over_does_not_touch_what_the_other_is_writing() throws SQLException {
        try (PostgresStore store = open();
                Connection other = TestDatabase.connect()) {
            Stored.create(store, "a");
            takeFrom(store);
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("INSERT INTO " + store.schema() + ".batch VALUES (1, 2, 2, '')");

                assertThatThrownBy(() -> Stored.append(store, "a", Stored.batch(2, "two")))
                        .hasCauseInstanceOf(StoreLostException.class);
            }
        }
    }

    @Test
    void a_store_with_nothing_to_write_finds_out_that_it_was_taken_over() {
        try (PostgresStore store = open()) {
            takeFrom(store);

            assertThat(store.lost().toCompletableFuture().join())
                    .hasMessageContaining("End it, or open the store again to stand by");
        }
    }

    @Test
    void a_store_that_was_taken_over_does_not_give_away_what_is_another_s() {
        PostgresStore store = open();
        takeFrom(store);

        store.close();

        assertThat(TestDatabase.text("SELECT holder IS NOT NULL FROM " + store.schema() + ".owner"))
                .isEqualTo("t");
    }

    @Test
    void an_engine_stops_when_its_store_is_taken_over_and_what_its_handlers_give_has_no_effect() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        PostgresStore store = open();
        Engine first = Engine.create(EngineConfig.builder().store(store).build());
        Workflow<JsonNode, JsonNode> workflow = workflow(first, input -> {
            begun.countDown();
            awaitAnyway(released);
            return JsonDocument.parse("\"of the first\"").root();
        });
        Execution<JsonNode> execution =
                workflow.start("e", JsonDocument.parse("{}").root());
        begun.await();
        takeFrom(store);
        TestDatabase.execute("UPDATE " + store.schema() + ".owner SET holder = NULL");
        AtomicInteger runs = new AtomicInteger();

        try (Engine second = Engine.create(EngineConfig.builder().store(open()).build())) {
            workflow(second, input -> {
                runs.incrementAndGet();
                return JsonDocument.parse("\"of the second\"").root();
            });
            Execution<JsonNode> recovered = second.recover().get(0);
            assertThat(recovered.await().output().stringValue()).isEqualTo("of the second");
            released.countDown();
            assertThat(first.lost().toCompletableFuture().join()).hasMessageContaining("taken over by");

            assertThat(execution.outcome().toCompletableFuture()).isCompletedExceptionally();
            assertThatThrownBy(() -> workflow.start(JsonDocument.parse("{}").root()))
                    .hasMessageContaining("closed");
            assertThat(runs).hasValue(1);
            assertThat(second.history(recovered.arn(), 0, 100)).hasSize(7);
        }
        first.close();
    }

    @Test
    void the_service_of_the_documentation_starts_on_both_machines_and_works_on_one() throws Exception {
        TestDatabase.execute("DROP SCHEMA IF EXISTS checkout CASCADE"); // of an earlier run on a database that stays
        PostgresSettings quick = ExampleService.settings().withFailover(settings.failover());
        CompletableFuture<Execution<JsonNode>> started = new CompletableFuture<>();
        TaskHandlers handlers = TaskHandlers.builder()
                .resource("work", (input, context) -> input)
                .build();
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> {
            try {
                return ExampleService.serve(
                        TestDatabase.url(),
                        quick,
                        ONE_TASK,
                        handlers,
                        checkout -> started.complete(checkout.start(
                                "order-17", JsonDocument.parse("17").root())));
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(started.join().await().output().intValue()).isEqualTo(17);
        TestDatabase.execute("UPDATE checkout.owner SET epoch = epoch + 1, holder = NULL");

        assertThat(first.join()).contains("has been taken over");
        try (PostgresStore second = PostgresStore.open(TestDatabase.url(), quick)) {
            assertThat(second.find(started.join().arn())).isPresent();
        }
    }

    private interface Work {
        JsonNode of(JsonNode input);
    }

    private static Workflow<JsonNode, JsonNode> workflow(Engine engine, Work work) {
        return engine.register(
                "M",
                ONE_TASK,
                JsonNode.class,
                JsonNode.class,
                TaskHandlers.builder()
                        .resource("work", (input, context) -> work.of(input))
                        .build());
    }

    /** As a handler does that does not react to interruption. */
    private static void awaitAnyway(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
