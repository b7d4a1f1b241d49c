package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.binary.UnreadableException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderPoolTest {
    private static final String UNENDING =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0";

    @TempDir
    private Path folder;

    @Test
    void who_reads_is_cut_off_once_whoever_closes_waits_no_longer() throws Exception {
        Database database = new Database(folder.resolve("stepwright.db"), SqliteSettings.DEFAULT.mostBytes());
        database.writer().close();
        ReaderPool pool = new ReaderPool(database);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Object> reading = CompletableFuture.supplyAsync(
                () -> pool.read(reader -> {
                    begun.countDown();
                    return reader.all(UNENDING, row -> row.getLong(1));
                }),
                work -> new Thread(work).start());
        begun.await();

        Thread.currentThread().interrupt();
        pool.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(reading::join).hasMessageContaining("has been closed");
        assertThatThrownBy(() -> pool.read(reader -> "anything")).hasMessageContaining("has been closed");
    }

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, false",
        "SQLITE_BUSY_SNAPSHOT, false",
        "SQLITE_LOCKED, false",
        "SQLITE_NOMEM, false",
        "SQLITE_CORRUPT, true",
        "SQLITE_IOERR_READ, true"
    })
    void what_passes_is_not_told_as_damage(SQLiteErrorCode code, boolean isDamage) throws SQLException {
        Database database = new Database(folder.resolve("stepwright.db"), SqliteSettings.DEFAULT.mostBytes());
        database.writer().close();
        ReaderPool pool = new ReaderPool(database);

        assertThatThrownBy(() -> pool.read(reader -> reader.all("SELECT 1", row -> {
                    throw new SQLiteException("as it happens", code);
                })))
                .isInstanceOf(isDamage ? UnreadableException.class : IllegalStateException.class)
                .hasMessageContaining("cannot be read");

        pool.close();
    }
}
