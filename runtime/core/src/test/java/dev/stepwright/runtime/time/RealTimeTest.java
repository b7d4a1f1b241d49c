package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void what_is_due_since_the_clock_has_jumped_runs_after_a_nap() throws Exception {
        try (RealTime time = new RealTime(new JumpingClock(), Duration.ofMillis(1), System::nanoTime)) {
            CountDownLatch ran = new CountDownLatch(1);

            time.at(Instant.EPOCH.plusSeconds(3_600), ran::countDown);

            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_is_due_after_a_while_is_not_later_because_the_clock_was_set_back_but_a_date_is() throws Exception {
        SetClock clock = new SetClock(System::nanoTime);
        try (RealTime time = new RealTime(clock, Duration.ofMillis(1), System::nanoTime)) {
            List<String> ran = new CopyOnWriteArrayList<>();
            CountDownLatch all = new CountDownLatch(3);
            time.at(clock.instant().plusSeconds(60), () -> {
                ran.add("date");
                all.countDown();
            });
            time.after(Duration.ofMillis(200), () -> {
                ran.add("while");
                all.countDown();
            });

            clock.set(Instant.EPOCH.minusSeconds(3_600));
            time.after(Duration.ofMillis(400), () -> {
                ran.add("longer");
                all.countDown();
                clock.set(Instant.EPOCH.plusSeconds(60)); // the hour is over
            });

            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ran).containsExactly("while", "longer", "date");
        }
    }

    @Test
    void a_clock_that_was_set_forward_and_back_again_has_nothing_due_before_its_time() throws Exception {
        SetClock clock = new SetClock(() -> 0);
        try (RealTime time = new RealTime(clock, Duration.ofMillis(1), () -> 0)) {
            List<String> ran = new CopyOnWriteArrayList<>();
            CountDownLatch all = new CountDownLatch(2);
            time.after(Duration.ofHours(2), () -> {
                ran.add("two hours");
                all.countDown();
            });

            clock.set(Instant.EPOCH.plusSeconds(3_600));
            time.after(Duration.ofDays(1), () -> {}); // which looks at the clock
            clock.set(Instant.EPOCH);
            time.after(Duration.ofMinutes(90), () -> {
                ran.add("one and a half");
                all.countDown();
                clock.set(Instant.EPOCH.plusSeconds(7_200));
            });
            clock.set(Instant.EPOCH.plusSeconds(5_400));

            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ran).containsExactly("one and a half", "two hours");
        }
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
