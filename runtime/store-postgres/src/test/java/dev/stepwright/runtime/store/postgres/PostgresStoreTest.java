package dev.stepwright.runtime.store.postgres;

import static dev.stepwright.testkit.Stored.START;
import static dev.stepwright.testkit.Stored.append;
import static dev.stepwright.testkit.Stored.batch;
import static dev.stepwright.testkit.Stored.create;
import static dev.stepwright.testkit.Stored.last;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoreProvider;
import dev.stepwright.testkit.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresStoreTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final PostgresSettings settings = TestDatabase.settings().withClock(now::get);
    private final String schema = settings.schema();

    private PostgresStore open() {
        return PostgresStore.open(TestDatabase.url(), settings);
    }

    private String table(String name) {
        return schema + "." + name;
    }

    /** Has the database refuse batches that are larger than that, as a disk does that is nearly full. */
    private void refuseLargerThan(int bytes) {
        TestDatabase.execute("CREATE FUNCTION " + table("refuse") + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + "IF length(NEW.record) > " + bytes
                + " THEN RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$; "
                + "CREATE TRIGGER refuse BEFORE INSERT ON " + table("batch") + " FOR EACH ROW EXECUTE FUNCTION "
                + table("refuse") + "()");
    }

    @Test
    void everything_is_there_when_it_is_opened_again() {
        try (PostgresStore store = open()) {
            create(store, "a");
            create(store, "b");
            append(store, "b", last(2, START));
            store.documents().put("machines", "m", "text");
        }

        try (PostgresStore store = open()) {
            assertThat(store.running()).containsExactly("a");
            append(store, "a", batch(2, "two"));
            assertThat(store.batches("a")).containsExactly(batch(1, "one"), batch(2, "two"));
            assertThat(store.find("b").orElseThrow().end())
                    .isEqualTo(last(2, START).end());
            create(store, "c");
            assertThat(store.running()).containsExactly("a", "c");
            assertThat(store.documents().all("machines")).containsEntry("m", "text");
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void a_data_source_may_be_given_instead_of_a_url() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(TestDatabase.url());

        try (PostgresStore store = PostgresStore.open(source, settings)) {
            create(store, "a");
            assertThat(store.running()).containsExactly("a");
        }
    }

    /** It would hand them to others, with the schema and the settings of the store. */
    @Test
    void a_pool_does_not_get_connections_back() {
        Pool pool = new Pool();
        PostgresStore store = PostgresStore.open(pool.source(), settings);
        create(store, "a");
        assertThat(store.running()).containsExactly("a");
        TestDatabase.execute("UPDATE " + table("batch") + " SET record = ''");
        assertThatThrownBy(() -> store.batches("a")).isInstanceOf(UnreadableException.class);

        store.close();

        assertThat(pool.given()).isGreaterThan(1);
        assertThat(pool.idle()).isEmpty();
    }

    @Test
    void what_is_committed_is_flushed_though_the_database_would_not() {
        String careless = "careless_" + schema;
        TestDatabase.execute("CREATE ROLE " + careless + " LOGIN SUPERUSER; ALTER ROLE " + careless
                + " SET synchronous_commit = off");

        try (PostgresStore store = PostgresStore.open(as(careless), settings)) {
            TestDatabase.execute("CREATE TABLE " + table("seen") + " AS SELECT ''::text AS setting; CREATE FUNCTION "
                    + table("see") + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE " + table("seen")
                    + " SET setting = current_setting('synchronous_commit'); RETURN NEW; END $$; CREATE TRIGGER see BEFORE"
                    + " INSERT ON " + table("batch") + " FOR EACH ROW EXECUTE FUNCTION " + table("see") + "()");
            create(store, "a");
        }

        assertThat(TestDatabase.text("SELECT setting FROM " + table("seen"))).isEqualTo("on");
    }

    private static String as(String role) {
        return TestDatabase.url().replaceFirst("user=[^&]*", "user=" + role);
    }

    @Test
    void a_role_without_rights_is_told_what_it_needs_and_may_use_tables_that_a_dba_has_made() {
        String poor = "poor_" + schema;
        TestDatabase.execute("CREATE ROLE " + poor + " LOGIN");

        assertThatThrownBy(() -> PostgresStore.open(as(poor), settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may not create or use the tables in schema " + schema)
                .hasMessageContaining("permission denied")
                .hasMessageContaining("GRANT CREATE ON DATABASE")
                .hasMessageContaining("version-1.sql");

        TestDatabase.execute("CREATE SCHEMA " + schema + "; SET search_path TO " + schema + "; "
                + Schema.of(schema).scripts().get(0) + "; GRANT USAGE ON SCHEMA " + schema
                + " TO " + poor + "; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + schema + " TO "
                + poor);
        try (PostgresStore store = PostgresStore.open(as(poor), settings)) {
            create(store, "a");
            append(store, "a", last(2, START));
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void a_place_that_is_no_database_is_refused_without_telling_the_password() {
        assertThatThrownBy(() -> PostgresStore.open("jdbc:postgres://host/database?password=secret", settings))
                .hasMessageContaining("jdbc:postgresql://host:5432/database")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PostgresStore.open("jdbc:postgresql://nowhere.invalid/database", settings))
                .hasMessageContaining("cannot be opened: there is no host nowhere.invalid");
        assertThatThrownBy(() -> settings.withSchema("a b; DROP")).hasMessageContaining("letters, digits and _");
    }

    @Test
    void a_schema_that_somebody_else_uses_is_refused_and_left_as_it_is() {
        for (String table : List.of("version (x int)", "execution (x int)")) {
            TestDatabase.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE; CREATE SCHEMA " + schema
                    + "; CREATE TABLE " + table(table));

            assertThatThrownBy(this::open)
                    .hasMessageContaining("schema " + schema + " has tables of another program")
                    .hasMessageContaining("set another schema with PostgresSettings.withSchema");
            assertThat(TestDatabase.text("SELECT count(*) FROM pg_tables WHERE schemaname = '" + schema + "'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_database_that_only_reads_is_refused() {
        String reading = "reading_" + schema;
        TestDatabase.execute("CREATE ROLE " + reading + " LOGIN SUPERUSER; ALTER ROLE " + reading
                + " SET default_transaction_read_only = on");

        assertThatThrownBy(() -> PostgresStore.open(as(reading), settings))
                .hasMessageContaining("the database is read-only")
                .hasMessageContaining("targetServerType=primary");
    }

    @Test
    void a_store_of_a_later_version_is_refused() {
        open().close();
        TestDatabase.execute("INSERT INTO " + table("version") + " VALUES (2)");

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has version 2, but this program knows only version 1");
        assertThat(TestDatabase.text("SELECT holder IS NULL FROM " + table("owner")))
                .isEqualTo("t");
    }

    @Test
    void an_older_store_is_brought_to_the_present_version_by_its_owner_in_one_transaction() {
        Database database = Database.at(TestDatabase.url(), schema);
        String first = Schema.of(schema).scripts().get(0);
        String version = "INSERT INTO version (number) VALUES (2);";
        Schema next = new Schema(schema, List.of(first, "CREATE TABLE later (x bigint);" + version));
        Schema wrong = new Schema(schema, List.of(first, "CREATE TABLE later (x bigint); NONSENSE;" + version));
        open().close();

        assertThatThrownBy(() -> PostgresStore.open(database, settings, wrong)).hasMessageContaining("NONSENSE");
        PostgresStore.open(database, settings, next).close();

        assertThat(TestDatabase.text("SELECT max(number) FROM " + table("version")))
                .isEqualTo("2");
        assertThat(TestDatabase.text("SELECT count(*) FROM " + table("later"))).isEqualTo("0");
    }

    @Test
    void in_a_commit_that_fails_only_those_fail_that_cannot_be_written() {
        try (PostgresStore store = open()) {
            refuseLargerThan(10_000);
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                create(store, "e" + i);
            }
            for (int i = 0; i < 30; i++) {
                String text = i % 10 == 3 ? "x".repeat(20_000) : "small";
                all.add(store.append("e" + i, List.of(batch(2, text))).toCompletableFuture());
            }

            for (int i = 0; i < 30; i++) {
                boolean isLarge = i % 10 == 3;
                assertThat(all.get(i).handle((done, failure) -> failure != null).join())
                        .isEqualTo(isLarge);
                assertThat(store.batches("e" + i)).hasSize(isLarge ? 1 : 2);
            }
            assertThatThrownBy(all.get(3)::join)
                    .hasMessageContaining("could not write: ERROR: no space left on device")
                    .hasMessageContaining("everything acknowledged before is safe");
            append(store, "e3", batch(2, "small"));
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void a_state_after_a_batch_that_could_not_be_written_is_not_kept() {
        try (PostgresStore store = open()) {
            refuseLargerThan(10_000);
            create(store, "a");
            CompletableFuture<Void> large =
                    store.append("a", List.of(batch(2, "x".repeat(20_000)))).toCompletableFuture();
            store.keep("a", new Snapshot(2, START, new byte[] {1, 2, 3}));
            assertThatThrownBy(large::join).hasMessageContaining("could not write");
            append(store, "a", batch(2, "another"));

            assertThat(store.resumption("a").snapshot()).isNull();
            assertThat(store.resumption("a").batches()).hasSize(2);
        }
    }

    /** As after a failover of the database to a replica that has not received all. */
    @Test
    void an_execution_whose_latest_batches_the_database_has_lost_is_not_advanced() {
        try (PostgresStore store = open()) {
            create(store, "a");
            append(store, "a", batch(2, "two"));
            create(store, "b");
            TestDatabase.execute("DELETE FROM " + table("batch") + " WHERE sequence = 2; UPDATE " + table("running")
                    + " SET sequence = 1 WHERE sequence = 2");

            CompletableFuture<Void> lost =
                    store.append("a", List.of(batch(3, "three"))).toCompletableFuture();
            CompletableFuture<Void> whole =
                    store.append("b", List.of(batch(2, "two"))).toCompletableFuture();

            assertThatThrownBy(lost::join)
                    .hasCauseInstanceOf(StaleSequenceException.class)
                    .hasMessageContaining("batch 3 of execution 1 was appended where batch 2 is next");
            whole.join();
            assertThat(TestDatabase.text("SELECT count(*) FROM " + table("batch") + " WHERE sequence = 3"))
                    .isEqualTo("0");
        }
    }

    @Test
    void what_has_ended_is_kept_as_long_as_whoever_opens_the_database_says() {
        String place = TestDatabase.url();
        try (PostgresStore store = (PostgresStore) StoreProvider.openDurable(place, ChronoUnit.FOREVER.getDuration())) {
            create(store, "old");
            append(store, "old", last(2, START));

            assertThat(store.removeExpired()).isZero();
        }
        try (PostgresStore store = (PostgresStore) StoreProvider.openDurable(place, Duration.ofDays(1))) {
            assertThat(store.removeExpired()).isEqualTo(1);
        }
    }

    @Test
    void what_ended_long_ago_is_removed_little_by_little_and_its_name_is_free_again() {
        try (PostgresStore store = open()) {
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
            create(store, "old");
            assertThat(store.batches("old")).hasSize(1);
            assertThat(store.verify()).isEmpty();
        }
    }

    @Test
    void whoever_removes_for_long_gives_signs_of_life_meanwhile() {
        AtomicReference<Runnable> whenAsked = new AtomicReference<>(() -> {});
        List<String> signs = new ArrayList<>();
        PostgresSettings pulsing = settings.withRetention(Duration.ZERO)
                .withFailover(Failover.DEFAULT.withGrace(Duration.ofMillis(30)))
                .withClock(() -> {
                    whenAsked.get().run();
                    return now.get();
                });
        try (PostgresStore store = PostgresStore.open(TestDatabase.url(), pulsing)) {
            create(store, "old");
            for (int i = 2; i <= 1_200; i++) {
                store.append("old", List.of(batch(i, "text")));
            }
            append(store, "old", last(1_201, START));
            store.removeExpired(); // and not again by itself within the minute
            now.set(START.plusMillis(1));
            whenAsked.set(() -> {
                signs.add(TestDatabase.text("SELECT renewed FROM " + table("owner")));
                LockSupport.parkNanos(pulsing.failover().pulse().toNanos());
            });

            assertThat(store.removeExpired()).isEqualTo(1);

            assertThat(signs.stream().distinct().count()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void what_has_changed_in_the_tables_is_noticed() {
        try (PostgresStore store = open()) {
            for (String name : List.of("batch", "input", "running", "lost", "snapshot", "end")) {
                create(store, name);
            }
            append(store, "lost", batch(2, "two"));
            store.keep("snapshot", new Snapshot(1, START, new byte[] {1, 2, 3}));
            append(store, "snapshot", batch(2, "two"));
            append(store, "end", last(2, START));
            store.documents().put("c", "k", "text");
            TestDatabase.execute(
                    ("UPDATE @batch SET record = set_byte(record, 9, get_byte(record, 9) # 1) WHERE execution = 1;"
                                    + "UPDATE @execution SET input = set_byte(input, 0, get_byte(input, 0) # 1) WHERE id = 2;"
                                    + "UPDATE @running SET sequence = 0 WHERE execution = 3;"
                                    + "DELETE FROM @batch WHERE execution = 4 AND sequence = 2;"
                                    + "UPDATE @snapshot SET record = '\\x00'::bytea WHERE execution = 5;"
                                    + "UPDATE @execution SET moment = moment + 1 WHERE id = 6;"
                                    + "UPDATE @document SET key = 'l'")
                            .replace("@", schema + "."));

            assertThatThrownBy(() -> store.batches("batch")).isInstanceOf(UnreadableException.class);
            assertThatThrownBy(() -> store.find("input")).isInstanceOf(UnreadableException.class);
            assertThatThrownBy(() -> store.find("running")).isInstanceOf(UnreadableException.class);
            assertThatThrownBy(() -> store.resumption("lost"))
                    .hasMessageContaining("of the batches 1 to 2 of lost only 1 are there");
            assertThat(store.resumption("snapshot").snapshot()).isNull();
            assertThat(store.resumption("snapshot").batches()).hasSize(2);
            assertThatThrownBy(() -> store.find("end")).isInstanceOf(UnreadableException.class);
            assertThatThrownBy(store::documents).isInstanceOf(UnreadableException.class);
            assertThat(store.verify()).hasSize(6);
        }
    }
}
