package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.testkit.Stored;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LostConnectionTest {
    private final Network network = new Network();
    private PostgresStore store;

    @BeforeEach
    void open() {
        open(Duration.ofMillis(400));
    }

    private void open(Duration patience) {
        open(TestDatabase.settings().withPatience(patience));
    }

    private void open(PostgresSettings settings) {
        store = PostgresStore.open(network.url(), settings.withClock(() -> Stored.START));
        Stored.create(store, "a");
    }

    @AfterEach
    void close() {
        network.mend();
        store.close();
        network.close();
    }

    private CompletableFuture<Void> append(String arn, int sequence) {
        return store.append(arn, List.of(Stored.batch(sequence, "text"))).toCompletableFuture();
    }

    @Test
    void a_commit_is_one_exchange_with_the_database() {
        store.close();
        open(TestDatabase.settings()
                .withFailover(Failover.DEFAULT
                        .withLease(Duration.ofSeconds(600))
                        .withGrace(Duration.ofSeconds(600)))); // no signs of life meanwhile
        Stored.create(store, "b");
        int before = network.requests();

        append("a", 2).join();
        store.append("b", List.of(Stored.last(2, Stored.START)))
                .toCompletableFuture()
                .join();

        assertThat(network.requests() - before).isEqualTo(2);
    }

    @Test
    void whoever_reads_and_is_interrupted_does_not_wait_for_the_database() {
        store.close();
        open(Duration.ofDays(1));
        assertThat(store.running()).containsExactly("a");
        network.cut();

        Thread.currentThread().interrupt();

        assertThatThrownBy(store::running).hasMessageContaining("cannot be read");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_commit_whose_answer_is_lost_is_written_once() {
        CountDownLatch swallowed = network.swallowAnswerToNextCommit();

        append("a", 2).join();

        assertThat(swallowed.getCount()).as("answers not lost").isZero();
        append("a", 3).join();
        assertThat(store.batches("a"))
                .containsExactly(Stored.batch(1, "one"), Stored.batch(2, "text"), Stored.batch(3, "text"));
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void an_execution_whose_start_is_not_answered_is_started_once() {
        CountDownLatch swallowed = network.swallowAnswerToNextCommit();

        Stored.create(store, "b");

        assertThat(swallowed.getCount()).as("answers not lost").isZero();
        assertThat(store.running()).containsExactly("a", "b");
        assertThat(store.batches("b")).containsExactly(Stored.batch(1, "one"));
    }

    /**
     * What commits are made of: something that begins, goes on, ends, begins again, a state and a document. Each request that the store makes for them is
     * the last of its connection in turn, and arrives or does not.
     */
    @ParameterizedTest(name = "the last request arrives: {0}")
    @ValueSource(booleans = {false, true})
    void wherever_the_connection_breaks_in_a_commit_all_of_it_is_written_once(boolean isSent) {
        store.close();
        open(Duration.ofSeconds(50)); // nothing is given up
        int points = 0;
        boolean isPast = false;
        while (!isPast) {
            String name = isSent + "-" + points + "-";
            Stored.create(store, name + "goes-on");
            Stored.create(store, name + "ends");
            Stored.create(store, name + "again");
            store.append(name + "again", List.of(Stored.last(2, Stored.START)))
                    .toCompletableFuture()
                    .join();

            network.breakAtRequest(points + 1, isSent);
            List<CompletableFuture<?>> written = List.of(
                    store.create(Stored.header(name + "begins"), Stored.batch(1, "one"))
                            .toCompletableFuture(),
                    append(name + "goes-on", 2),
                    store.append(name + "ends", List.of(Stored.last(2, Stored.START)))
                            .toCompletableFuture(),
                    store.reopen(name + "again", new Redrive(1, Stored.START, "token"), Stored.batch(3, "text"))
                            .toCompletableFuture());
            store.keep(name + "goes-on", new Snapshot(2, Stored.START, new byte[] {1, 2, 3}));
            store.documents().put("names", name, "document");
            written.forEach(CompletableFuture::join);
            isPast = !network.hasBroken();

            assertThat(store.batches(name + "begins")).containsExactly(Stored.batch(1, "one"));
            assertThat(store.batches(name + "goes-on"))
                    .containsExactly(Stored.batch(1, "one"), Stored.batch(2, "text"));
            assertThat(store.batches(name + "ends"))
                    .containsExactly(Stored.batch(1, "one"), Stored.last(2, Stored.START));
            assertThat(store.batches(name + "again"))
                    .containsExactly(Stored.batch(1, "one"), Stored.last(2, Stored.START), Stored.batch(3, "text"));
            assertThat(store.running())
                    .contains(name + "begins", name + "goes-on", name + "again")
                    .doesNotContain(name + "ends");
            assertThat(store.documents().all("names")).containsEntry(name, "document");
            points++;
        }
        assertThat(store.verify()).isEmpty();
        assertThat(points).isGreaterThan(4);
    }

    @Test
    void what_is_written_while_the_connection_is_lost_is_there_when_it_is_back() {
        network.cut();
        CompletableFuture<Void> second = append("a", 2);
        awaitCut();

        assertThat(second).isNotDone();
        network.mend();
        second.join();

        assertThat(store.isFull()).isFalse();
        assertThat(store.batches("a")).hasSize(2);
    }

    /** Nothing new begins meanwhile. */
    private void awaitCut() {
        while (!store.isFull()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_has_not_been_sent_is_given_up_after_a_while_and_can_be_written_again() throws InterruptedException {
        Stored.create(store, "b");
        CountDownLatch committed = network.cutBeforeAnswerToNextCommit();
        CompletableFuture<Void> sent = append("a", 2);
        committed.await();
        awaitCut();
        CompletableFuture<Void> waiting = append("b", 2);

        assertThatThrownBy(waiting::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not write")
                .hasMessageContaining("this was not written");
        assertThat(sent).as("it may have been written, and nobody knows").isNotDone();
        network.mend();
        sent.join();
        append("b", 2).join();
        assertThat(store.batches("b")).hasSize(2);
    }

    @Test
    void what_cannot_be_sent_at_all_fails_after_a_while() {
        network.cut();
        awaitCut();

        assertThatThrownBy(append("a", 2)::join).hasMessageContaining("this was not written");
        network.mend();

        append("a", 2).join();
        assertThat(store.batches("a")).hasSize(2);
    }

    @Test
    void a_store_can_be_closed_while_the_database_cannot_be_reached_and_says_that_nobody_knows()
            throws InterruptedException {
        Stored.create(store, "b");
        CountDownLatch committed = network.cutBeforeAnswerToNextCommit();
        CompletableFuture<Void> sent = append("a", 2);
        committed.await();
        CompletableFuture<Void> waiting = append("b", 2);

        store.close();

        assertThatThrownBy(waiting::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sent::join).hasMessageContaining("may have been written or not");
    }

    @Test
    void a_reader_waits_for_the_database_and_fails_after_a_while() {
        network.cut();

        assertThatThrownBy(() -> store.find("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
        network.mend();

        assertThat(store.find("a")).isPresent();
    }

    @Test
    void a_start_that_failed_since_the_database_could_not_be_read_can_be_repeated_under_its_name() {
        network.cut();
        CompletableFuture<?> start =
                store.create(Stored.header("b"), Stored.batch(1, "one")).toCompletableFuture();

        assertThatThrownBy(start::join).hasMessageContaining("cannot be read");
        network.mend();

        Stored.create(store, "b");
        assertThat(store.batches("b")).hasSize(1);
    }

    /** The death of one of its processes has the database end all others and go on from its log. */
    @Test
    void what_was_acknowledged_before_the_database_crashed_is_there() throws IOException, InterruptedException {
        store.close();
        open(Duration.ofSeconds(50));
        append("a", 2).join();
        String backend = TestDatabase.text("SELECT pid FROM " + store.schema() + ".owner");

        assertThat(new ProcessBuilder("kill", "-KILL", backend).start().waitFor())
                .isZero();
        append("a", 3).join();

        assertThat(store.batches("a")).hasSize(3);
        assertThat(store.verify()).isEmpty();
    }

    /** The session that the network has cut off may still have something under way when the next one begins. */
    @Test
    void what_an_earlier_connection_has_sent_is_refused_when_it_comes_late() throws SQLException {
        PostgresSettings settings = TestDatabase.settings();
        Database database = Database.at(TestDatabase.url(), settings.schema());
        Ownership ownership = Ownership.of(settings.failover());
        Session early = new StandBy(database, Schema.of(settings.schema()), ownership, settings).session();
        TestDatabase.execute("UPDATE " + settings.schema() + ".owner SET pid = NULL"); // so that it is not ended
        Session late = Session.resume(database, ownership);
        try (early;
                late) {
            late.confirm();

            assertThatThrownBy(early::confirm).isInstanceOf(StoreLostException.class);
            assertThatThrownBy(early::renew).isInstanceOf(StoreLostException.class);
            assertThatThrownBy(() -> early.commit(new Group())).isInstanceOf(StoreLostException.class);
            late.confirm();
        }
    }
}
