package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of those who wait when something is thrown that nobody expects. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriterTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Consumer<Group> OUT_OF_MEMORY = group -> {
        throw new OutOfMemoryError("injected");
    };

    @TempDir
    private Path folder;

    private Tables tables;
    private Writer writer;

    @BeforeEach
    void open() throws IOException, SQLException {
        Database database = new Database(folder.resolve("stepwright.db"), SqliteSettings.DEFAULT.mostBytes());
        var connection = database.writer();
        Schema.migrate(connection, Schema.MIGRATIONS, START);
        tables = new Tables(connection);
        OpenFiles files = new OpenFiles(database.file(), folder.resolve("stepwright.db-wal"));
        writer = new Writer(folder, files, tables, new Retention(Duration.ofDays(90), () -> START));
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        tables.close();
    }

    private static Write write(Consumer<Group> part, Runnable undo) {
        return new Write(part, undo, 1, new CompletableFuture<>());
    }

    private static Write write() {
        return write(group -> {}, () -> {});
    }

    /** One whose failure cannot be dealt with either. */
    private static Write breaking() {
        return write(OUT_OF_MEMORY, () -> OUT_OF_MEMORY.accept(new Group()));
    }

    @Test
    void an_error_while_a_write_is_gathered_fails_that_one_alone() {
        Write before = write();
        Write failing = write(OUT_OF_MEMORY, () -> {});
        Write after = write();
        writer.submit(before);
        writer.submit(failing);
        writer.submit(after);

        writer.start();

        before.done().join();
        after.done().join();
        assertThatThrownBy(failing.done()::join).hasMessageContaining("could not write: injected");
        assertThat(writer.lost()).isNotDone();
    }

    @Test
    void an_error_that_ends_the_writing_thread_is_told_to_all_who_wait_and_to_whoever_comes() {
        Write underWay = write();
        Write late = write();
        writer.submit(breaking());
        writer.submit(underWay);

        writer.start();

        String reason = "has stopped writing: java.lang.OutOfMemoryError: injected";
        assertThat(writer.lost().join()).hasMessageContaining(reason);
        writer.submit(late);
        assertThatThrownBy(underWay.done()::join).hasCauseInstanceOf(StoreLostException.class);
        assertThatThrownBy(late.done()::join).hasMessageContaining(reason);
    }

    @Test
    void an_error_on_a_thread_that_writes_in_the_place_of_the_writing_one_stops_the_store_too() {
        writer.start();
        Write failing = breaking();

        writer.writeOrSubmit(failing);

        assertThatThrownBy(failing.done()::join).hasMessageContaining("could not write: injected");
        assertThat(writer.lost().join()).hasMessageContaining("has stopped writing: java.lang.OutOfMemoryError");
    }
}
