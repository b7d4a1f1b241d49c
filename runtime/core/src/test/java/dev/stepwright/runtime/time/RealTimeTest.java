package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RealTimeTest {
    @Test
    void an_action_runs_at_its_time_on_a_daemon_thread_that_ends_with_the_source() throws Exception {
        RealTime time = new RealTime();
        CountDownLatch ran = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        Instant due = time.now().plus(Duration.ofMillis(20));
        AtomicReference<Instant> when = new AtomicReference<>();

        time.at(due, () -> {
            thread.set(Thread.currentThread());
            when.set(time.now());
            ran.countDown();
        });

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(when.get()).isAfterOrEqualTo(due);
        assertThat(thread.get().isDaemon()).isTrue();
        time.close();
        thread.get().join(10_000);
        assertThat(thread.get().isAlive()).isFalse();
    }

    @Test
    void an_action_that_fails_does_not_keep_the_next_from_running() throws Exception {
        try (RealTime time = new RealTime()) {
            CountDownLatch ran = new CountDownLatch(1);
            time.at(Instant.EPOCH, () -> {
                throw new OutOfMemoryError("unable to create native thread");
            });

            time.at(Instant.EPOCH.plusSeconds(1), ran::countDown);

            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_is_asked_for_after_the_end_is_forgotten() {
        RealTime time = new RealTime();
        time.close();

        TimeSource.Alarm alarm = time.at(Instant.EPOCH, () -> {
            throw new AssertionError("it must not run");
        });

        alarm.cancel();
    }
}
