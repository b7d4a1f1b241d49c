package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReaderPoolTest {
    private static final String UNENDING = "SELECT 'closing', pg_sleep(60)";

    @Test
    void who_reads_is_cut_off_once_whoever_closes_waits_no_longer() {
        Database database = Database.at(TestDatabase.url(), "public");
        ReaderPool pool = new ReaderPool(database, Duration.ofSeconds(60));
        CompletableFuture<Object> reading = CompletableFuture.supplyAsync(
                () -> pool.read(reader -> reader.all(UNENDING, row -> row.getString(1))),
                work -> new Thread(work).start());
        while (TestDatabase.text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT ''closing''%'")
                .equals("0")) {
            Thread.onSpinWait();
        }

        Thread.currentThread().interrupt();
        pool.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(reading::join).hasMessageContaining("has been closed");
        assertThatThrownBy(() -> pool.read(reader -> "anything")).hasMessageContaining("has been closed");
    }
}
