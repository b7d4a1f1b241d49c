package dev.stepwright.runtime.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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

    /** A database that cannot be reached, as one thread after the other finds. */
    private static final class Unreachable {
        final AtomicInteger asked = new AtomicInteger();
        final CountDownLatch answers = new CountDownLatch(1);

        DataSource source() {
            return (DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                        asked.incrementAndGet();
                        answers.await();
                        throw new SQLException("nobody is there", "08001");
                    });
        }
    }

    @Test
    void who_has_waited_for_others_that_read_does_not_wait_for_the_database_as_long_again() throws Exception {
        Unreachable unreachable = new Unreachable();
        Duration patience = Duration.ofMillis(50);
        ReaderPool pool = new ReaderPool(new Database(unreachable.source(), "nowhere", "public"), patience);
        List<FutureTask<String>> all = new ArrayList<>();
        Thread last = Thread.currentThread();
        for (int i = 0; i < 5; i++) {
            FutureTask<String> reading = new FutureTask<>(() -> pool.read(reader -> "anything"));
            all.add(reading);
            last = new Thread(reading);
            last.start();
            while (unreachable.asked.get() < Math.min(i + 1, 4)) {
                Thread.onSpinWait();
            }
        }
        while (last.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        long since = System.nanoTime();
        while (System.nanoTime() - since < patience.toNanos()) {
            Thread.onSpinWait();
        }

        unreachable.answers.countDown();

        for (FutureTask<String> reading : all) {
            assertThatThrownBy(reading::get).hasMessageContaining("cannot be read: nobody is there");
        }
        assertThat(unreachable.asked).hasValue(5);
    }
}
