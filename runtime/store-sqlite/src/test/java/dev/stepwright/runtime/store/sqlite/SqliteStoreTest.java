package dev.stepwright.runtime.store.sqlite;

import static dev.stepwright.testkit.Stored.START;
import static dev.stepwright.testkit.Stored.append;
import static dev.stepwright.testkit.Stored.batch;
import static dev.stepwright.testkit.Stored.create;
import static dev.stepwright.testkit.Stored.header;
import static dev.stepwright.testkit.Stored.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoreProvider;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.testkit.Stored;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SqliteStoreTest {
    @TempDir
    private Path folder;

    private void sql(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("stepwright.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void what_was_written_is_there_when_the_store_is_opened_again() {
        SqliteSettings settings = SqliteSettings.DEFAULT.withClock(() -> START);
        try (SqliteStore store = SqliteStore.open(folder, settings)) {
            create(store, "a");
            create(store, "b");
            append(store, "b", last(2, START));
            store.documents().put("machines", "m", "text");
        }

        try (SqliteStore store = SqliteStore.open(folder, settings)) {
            assertThat(store.running()).containsExactly("a");
            assertThat(store.find("a")).contains(new StoredExecution(header("a"), null));
            append(store, "a", batch(2, "two"));
            assertThat(store.batches("a")).containsExactly(batch(1, "one"), batch(2, "two"));
            assertThat(store.history("a", 1, 10)).isEqualTo(batch(2, "two").events());
            assertThat(store.find("b").orElseThrow().end())
                    .isEqualTo(last(2, START).end());
            assertThat(store.documents().all("machines")).containsEntry("m", "text");
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void a_store_that_is_open_is_not_opened_again() {
        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThatThrownBy(() -> SqliteStore.open(folder))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the store in " + folder + " is open in process "
                            + ProcessHandle.current().pid()
                            + "; close it there, or use another folder for this engine");
            create(store, "a");
        }
        SqliteStore.open(folder).close();
    }

    /** On POSIX a process gives up its lock on a file when it closes any channel of it. */
    @Test
    void a_store_that_this_process_was_refused_is_refused_to_others_as_well() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThatThrownBy(() -> SqliteStore.open(folder)).hasMessageContaining("is open in process");

            assertThat(openInAnotherProcess())
                    .contains("is open in process " + ProcessHandle.current().pid());
            create(store, "a");
        }
        assertThat(openInAnotherProcess()).endsWith("opened");
    }

    @Test
    void a_driver_that_cannot_unpack_its_library_is_told_of_with_what_to_do() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(openInAnotherProcess("-Dorg.sqlite.tmpdir=" + file))
                .contains("cannot be opened: SQLite's library cannot be unpacked")
                .contains("-Dorg.sqlite.tmpdir=FOLDER");
    }

    @Test
    void a_file_that_must_not_be_written_is_not_opened() throws Exception {
        SqliteStore.open(folder).close();
        assumeThat(folder.resolve("stepwright.db").toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(folder.resolve("stepwright.db")))
                .as("root may write any file")
                .isFalse();

        assertThatThrownBy(() -> SqliteStore.open(folder))
                .hasMessageEndingWith("no permission to write " + folder.resolve("stepwright.db"));
    }

    private String openInAnotherProcess(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(options));
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Opening.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Opens a store and says what came of it. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) {
            try {
                SqliteStore.open(Path.of(arguments[0])).close();
                System.out.println("opened");
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_folder_that_it_makes_is_closed_to_others() throws Exception {
        Path made = folder.resolve("made");

        SqliteStore.open(made).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_may_be_a_link_and_have_any_name() throws Exception {
        Path real = Files.createDirectory(folder.resolve("what?cache=shared&x#%20y"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        try (SqliteStore store = SqliteStore.open(link)) {
            create(store, "a");
            assertThatThrownBy(() -> SqliteStore.open(real)).hasMessageContaining("is open in process");
        }

        assertThat(real.resolve("stepwright.db")).exists();
        try (SqliteStore store = SqliteStore.open(real)) {
            assertThat(store.running()).containsExactly("a");
        }
    }

    @Test
    void nothing_is_acknowledged_any_more_when_the_file_has_been_removed_or_replaced() throws Exception {
        for (String name : List.of("stepwright.db", "stepwright.db-wal", "stepwright.lock")) {
            Path place = folder.resolve(name + "-gone");
            SqliteStore store = SqliteStore.open(place);
            create(store, "a");
            byte[] copy = Files.readAllBytes(place.resolve(name));
            Files.delete(place.resolve(name));

            assertThatThrownBy(() -> append(store, "a", batch(2, "two")))
                    .hasMessageContaining(name + " has been removed or replaced while the store was open");
            Files.write(place.resolve(name), copy);
            assertThatThrownBy(() -> append(store, "a", batch(2, "two"))).hasMessageContaining("removed or replaced");
            store.close();
        }
    }

    @Test
    void a_log_that_has_grown_becomes_small_again_while_the_store_is_open() throws Exception {
        Database database = new Database(folder.resolve("stepwright.db"), Long.MAX_VALUE);
        Path log = folder.resolve("stepwright.db-wal");
        try (Connection connection = database.writer();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE some (x)");
            statement.execute("INSERT INTO some VALUES (zeroblob(80000000))");
            long largest = Files.size(log);

            statement.execute("INSERT INTO some VALUES (1)");

            assertThat(largest).isGreaterThan(80_000_000);
            assertThat(Files.size(log)).isLessThan(70_000_000);
        }
    }

    @Test
    void what_follows_a_batch_that_could_not_be_written_is_not_written_either() {
        AtomicReference<Runnable> whileWriting = new AtomicReference<>(() -> {});
        SqliteSettings small = SqliteSettings.DEFAULT.withMostBytes(400_000).withClock(() -> {
            whileWriting.getAndSet(() -> {}).run();
            return START;
        });
        try (SqliteStore store = SqliteStore.open(folder, small)) {
            create(store, "a");
            List<CompletableFuture<Void>> all = new ArrayList<>();
            whileWriting.set(
                    () -> { // so that they share a commit
                        all.add(store.append("a", List.of(batch(2, "x".repeat(1_000_000))))
                                .toCompletableFuture());
                        all.add(store.append("a", List.of(batch(3, "three"))).toCompletableFuture());
                        store.create(header("b"), batch(1, "x".repeat(1_000_000)));
                        all.add(store.append("b", List.of(batch(2, "two"))).toCompletableFuture());
                    });
            store.removeExpired();

            assertThatThrownBy(all.get(0)::join).hasMessageContaining("could not write");
            assertThatThrownBy(all.get(1)::join)
                    .hasMessageContaining("batch 3 of a is not written, since the one before it could not be");
            assertThatThrownBy(all.get(2)::join).hasMessageContaining("batch 2 of b is not written");
            append(store, "a", batch(2, "two"));
            assertThat(store.batches("a")).containsExactly(batch(1, "one"), batch(2, "two"));
            assertThat(store.running()).containsExactly("a");
        }
    }

    @Test
    void a_store_whose_thread_has_ended_by_a_bug_fails_what_is_written_and_what_waits() {
        AtomicReference<RuntimeException> bug = new AtomicReference<>();
        SqliteSettings settings = SqliteSettings.DEFAULT.withClock(() -> {
            if (bug.get() != null) {
                throw bug.get();
            }
            return START;
        });
        SqliteStore store = SqliteStore.open(folder, settings);
        create(store, "a");
        bug.set(new IllegalStateException("a clock that fails"));

        assertThatThrownBy(store::removeExpired).hasMessageContaining("a clock that fails");
        assertThatThrownBy(() -> {
                    while (true) {
                        store.documents().put("c", "k", "text"); // until the thread has looked at the clock
                    }
                })
                .hasMessageContaining("has stopped writing")
                .hasMessageContaining("a clock that fails");
        assertThatThrownBy(() -> append(store, "a", batch(2, "two"))).hasMessageContaining("has stopped writing");
        store.close();
    }

    @Test
    void a_name_that_could_not_be_looked_up_can_be_started_later() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
            append(store, "a", last(2, START));
            sql("UPDATE execution SET moment = moment + 1");

            for (int i = 0; i < 2; i++) {
                CompletableFuture<?> again =
                        store.create(header("a"), batch(1, "one")).toCompletableFuture();
                assertThatThrownBy(() -> again.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(UnreadableException.class);
            }
            sql("UPDATE execution SET moment = moment - 1");

            assertThat(store.create(header("a"), batch(1, "one"))
                            .toCompletableFuture()
                            .join())
                    .isPresent();
        }
    }

    @Test
    void a_store_of_a_later_version_is_refused_and_left_as_it_is() throws Exception {
        SqliteStore.open(folder).close();
        sql("INSERT INTO version VALUES (3, 0)");
        byte[] before = Files.readAllBytes(folder.resolve("stepwright.db"));

        assertThatThrownBy(() -> SqliteStore.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the store has version 3, but this program knows only version 2");
        assertThat(Files.readAllBytes(folder.resolve("stepwright.db"))).isEqualTo(before);
    }

    @Test
    void an_older_store_is_brought_to_the_present_version_in_one_transaction() throws Exception {
        SqliteStore.open(folder).close();
        List<List<String>> next = new ArrayList<>(Schema.MIGRATIONS);
        next.add(List.of("CREATE TABLE later (x INTEGER)", "INSERT INTO later VALUES (7)"));
        List<List<String>> wrong = new ArrayList<>(Schema.MIGRATIONS);
        wrong.add(List.of("CREATE TABLE later (x INTEGER)", "NONSENSE"));

        Database database = new Database(folder.resolve("stepwright.db"), Long.MAX_VALUE);
        try (Connection connection = database.writer()) {
            assertThatThrownBy(() -> Schema.migrate(connection, wrong, START)).hasMessageContaining("NONSENSE");
            Schema.migrate(connection, next, START);
            try (Statement statement = connection.createStatement()) {
                assertThat(Schema.number(statement, "SELECT x FROM later")).isEqualTo(7);
                assertThat(Schema.number(statement, "SELECT max(number) FROM version"))
                        .isEqualTo(next.size());
            }
        }
    }

    @Test
    void why_a_store_cannot_be_opened_is_said_in_words() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path garbage = Files.createDirectory(folder.resolve("garbage"));
        Files.writeString(garbage.resolve("stepwright.db"), "no database, but longer than the header of one".repeat(9));

        assertThatThrownBy(() -> SqliteStore.open(file)).hasMessageEndingWith("cannot be opened: it is a file");
        assertThatThrownBy(() -> SqliteStore.open(garbage))
                .hasMessageContaining(
                        "cannot be opened: stepwright.db is damaged or was not written by Stepwright; put a backup");
    }

    @Test
    void a_file_that_is_no_store_is_refused() throws Exception {
        sql("CREATE TABLE somebody (x INTEGER)");

        assertThatThrownBy(() -> SqliteStore.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the SQLite file is not one of Stepwright");
    }

    @Test
    void a_full_disk_fails_the_calls_that_do_not_fit_and_loses_nothing() {
        SqliteSettings small = SqliteSettings.DEFAULT.withMostBytes(400_000);
        int written = 1;
        try (SqliteStore store = SqliteStore.open(folder, small)) {
            create(store, "a");
            create(store, "b");
            Throwable failure = null;
            while (failure == null) {
                try {
                    append(store, "a", batch(written + 1, "x".repeat(20_000)));
                    written++;
                } catch (RuntimeException e) {
                    failure = e.getCause();
                }
            }

            assertThat(failure)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("could not write")
                    .hasMessageContaining("full");
            append(store, "b", batch(2, "small")); // there is room for this
            append(store, "a", batch(written + 1, "small too"));
            assertThat(store.batches("a")).hasSize(written + 1);
        }

        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThat(store.verify()).isEmpty();
            assertThat(store.batches("a")).hasSize(written + 1);
            append(store, "a", batch(written + 2, "x".repeat(20_000)));
        }
    }

    @Test
    void in_a_commit_that_fails_only_those_fail_that_cannot_be_written() {
        SqliteSettings small = SqliteSettings.DEFAULT.withMostBytes(1_000_000);
        try (SqliteStore store = SqliteStore.open(folder, small)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                create(store, "e" + i);
            }
            for (int i = 0; i < 50; i++) {
                String text = i % 10 == 3 ? "x".repeat(2_000_000) : "small";
                all.add(store.append("e" + i, List.of(batch(2, text))).toCompletableFuture());
            }

            for (int i = 0; i < 50; i++) {
                CompletableFuture<Void> one = all.get(i).exceptionally(e -> null);
                one.join();
                assertThat(all.get(i).isCompletedExceptionally()).isEqualTo(i % 10 == 3);
                assertThat(store.batches("e" + i)).hasSize(i % 10 == 3 ? 1 : 2);
            }
        }
    }

    @Test
    void an_execution_that_could_not_be_noted_takes_no_batch_and_its_name_is_free() {
        SqliteSettings small = SqliteSettings.DEFAULT.withMostBytes(300_000);
        try (SqliteStore store = SqliteStore.open(folder, small)) {
            ExecutionHeader large = new ExecutionHeader(
                    header("a").identity(),
                    header("a").definition(),
                    header("a").input(),
                    "x".repeat(1_000_000),
                    null);
            CompletableFuture<?> created = store.create(large, batch(1, "one")).toCompletableFuture();

            assertThatThrownBy(created::join).hasMessageContaining("could not write");
            assertThat(store.find("a")).isEmpty();
            assertThat(store.running()).isEmpty();
            assertThatThrownBy(() -> append(store, "a", batch(2, "two"))).hasMessageContaining("is running");
            create(store, "a");
            append(store, "a", batch(2, "two"));
        }
    }

    @Test
    void what_has_ended_is_kept_as_long_as_whoever_opens_the_folder_says() {
        String place = folder.toString();
        try (SqliteStore store = (SqliteStore) StoreProvider.openDurable(place, ChronoUnit.FOREVER.getDuration())) {
            create(store, "old");
            append(store, "old", last(2, START));

            assertThat(store.removeExpired()).isZero();
        }
        try (SqliteStore store = (SqliteStore) StoreProvider.openDurable(place, Duration.ofDays(1))) {
            assertThat(store.removeExpired()).isEqualTo(1);
        }
    }

    @Test
    void what_ended_long_ago_is_removed_little_by_little_and_its_name_is_free_again() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        SqliteSettings settings = SqliteSettings.DEFAULT.withClock(now::get);
        try (SqliteStore store = SqliteStore.open(folder, settings)) {
            create(store, "old");
            for (int i = 2; i <= 1_200; i++) {
                store.append("old", List.of(batch(i, "text")));
            }
            append(store, "old", last(1_201, START));
            create(store, "runs");
            create(store, "young");
            append(store, "young", last(2, START.plus(Duration.ofDays(1))));

            now.set(START.plus(Duration.ofDays(90)));
            assertThat(store.removeExpired()).isZero();
            now.set(START.plus(Duration.ofDays(90)).plusMillis(1));
            assertThat(store.removeExpired()).isEqualTo(1);

            assertThat(store.find("old")).isEmpty();
            assertThat(store.list(new ExecutionQuery(Stored.MACHINE, Instant.EPOCH, null, null, null, 10)))
                    .extracting(item -> item.identity().name())
                    .containsExactly("young", "runs");
            assertThat(store.batches("runs")).hasSize(1);
            create(store, "old");
            assertThat(store.batches("old")).hasSize(1);
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void all_that_is_expired_is_removed_without_being_asked_once_anything_is_written() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        SqliteSettings settings = SqliteSettings.DEFAULT.withClock(now::get);
        try (SqliteStore store = SqliteStore.open(folder, settings)) {
            for (int i = 0; i < 700; i++) {
                create(store, "old" + i);
                append(store, "old" + i, last(2, START));
            }
            create(store, "runs");

            now.set(START.plus(Duration.ofDays(91)));
            store.documents().put("c", "k", "text");

            while (store.find("old699").isPresent()) {
                Thread.onSpinWait(); // until the writing thread has come to the last of them
            }
            assertThat(store.find("old0")).isEmpty();
            assertThat(store.running()).containsExactly("runs");
            append(store, "runs", batch(2, "two"));
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void a_file_too_large_to_be_checked_wholly_is_opened_though_a_part_is_damaged_that_recovery_does_not_read()
            throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
        }
        overwritePageOf("batch");

        assertThatThrownBy(() -> SqliteStore.open(folder)).hasMessageContaining("damaged");
        try (SqliteStore store = SqliteStore.open(folder, SqliteSettings.DEFAULT.withFullCheckBytes(0))) {
            assertThat(store.running()).containsExactly("a");
            assertThat(store.verify()).isNotEmpty();
        }
    }

    private void overwritePageOf(String table) throws Exception {
        Path file = folder.resolve("stepwright.db");
        long place;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            long size = Schema.number(statement, "PRAGMA page_size");
            place = size
                    * (Schema.number(statement, "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'") - 1);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), place);
        }
    }

    @Test
    void a_snapshot_that_is_damaged_is_not_used() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
            store.keep("a", new Snapshot(1, START, new byte[] {1, 2, 3}));
            append(store, "a", batch(2, "two"));
            assertThat(store.resumption("a").batches()).hasSize(1);
        }
        sql("UPDATE snapshot SET record = zeroblob(length(record))");

        try (SqliteStore store = SqliteStore.open(folder)) {
            Resumption resumption = store.resumption("a");

            assertThat(resumption.snapshot()).isNull();
            assertThat(resumption.batches()).hasSize(2);
        }
    }

    @Test
    void an_execution_whose_batches_are_damaged_can_be_ended() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
            append(store, "a", batch(2, "two"));
        }
        sql("UPDATE batch SET record = zeroblob(length(record))");

        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThatThrownBy(() -> store.batches("a")).isInstanceOf(UnreadableException.class);
            long latest = store.latest("a").orElseThrow().batch();
            append(store, "a", last(latest + 1, START));

            assertThat(store.running()).isEmpty();
            assertThat(store.find("a").orElseThrow().end()).isNotNull();
        }
    }

    @Test
    void a_state_after_a_batch_that_could_not_be_written_is_not_kept() {
        SqliteSettings small = SqliteSettings.DEFAULT.withMostBytes(400_000);
        try (SqliteStore store = SqliteStore.open(folder, small)) {
            create(store, "a");
            CompletableFuture<Void> large =
                    store.append("a", List.of(batch(2, "x".repeat(1_000_000)))).toCompletableFuture();
            store.keep("a", new Snapshot(2, START, new byte[] {1, 2, 3}));
            assertThatThrownBy(large::join).hasMessageContaining("could not write");
            append(store, "a", batch(2, "another"));

            assertThat(store.resumption("a").snapshot()).isNull();
            assertThat(store.resumption("a").batches()).hasSize(2);
        }
    }

    @Test
    void an_execution_that_has_ended_takes_nothing_more() {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
            append(store, "a", last(2, START));
            Batch more = batch(3, "more");

            assertThatThrownBy(() -> append(store, "a", more)).hasMessageContaining("no execution a is running");
        }
    }

    @Test
    void a_definition_whose_text_has_changed_is_noticed() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            create(store, "a");
        }
        sql("UPDATE definition SET text = text || ' '");

        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThatThrownBy(() -> store.find("a"))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("its text does not have its hash");
        }
    }

    @Test
    void a_document_whose_place_is_damaged_is_noticed_though_nobody_finds_it() throws Exception {
        try (SqliteStore store = SqliteStore.open(folder)) {
            store.documents().put("machines", "m", "text");
        }
        sql("UPDATE document SET collection = 'oachines'");

        try (SqliteStore store = SqliteStore.open(folder)) {
            assertThatThrownBy(store::documents).isInstanceOf(UnreadableException.class);
            assertThat(store.verify()).singleElement().asString().contains("oachines m");
        }
    }
}
