package dev.stepwright.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkplaceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final VirtualTime time = VirtualTime.automatic(START);
    private final Workplace workplace = new Workplace(threads, time);

    @AfterEach
    void close() {
        threads.shutdownNow();
        time.close();
    }

    @Test
    void a_virtual_clock_stands_still_while_work_is_done() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch rang = new CountDownLatch(1);
        workplace.start(() -> await(mayEnd));
        workplace.after(Duration.ofDays(1), rang::countDown);

        assertThat(workplace.now()).isEqualTo(START);

        mayEnd.countDown();
        assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(workplace.now()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void work_that_is_taken_back_before_it_begins_is_not_done_and_does_not_hold_up_the_clock()
            throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch rang = new CountDownLatch(1);
        AtomicBoolean isDone = new AtomicBoolean();
        workplace.start(() -> await(mayEnd));
        Runnable takeBack = workplace.start(() -> isDone.set(true));

        takeBack.run();
        takeBack.run();
        mayEnd.countDown();
        workplace.after(Duration.ofDays(1), rang::countDown);

        assertThat(rang.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(isDone).isFalse();
    }

    @Test
    void work_that_has_begun_is_interrupted_when_it_is_taken_back() throws InterruptedException {
        CountDownLatch hasBegun = new CountDownLatch(1);
        CountDownLatch wasInterrupted = new CountDownLatch(1);
        Runnable takeBack = workplace.start(() -> {
            hasBegun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                wasInterrupted.countDown();
            }
        });

        hasBegun.await();
        takeBack.run();

        assertThat(wasInterrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
