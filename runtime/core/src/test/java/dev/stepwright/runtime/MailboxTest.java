package dev.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.engine.Stimulus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MailboxTest {
    private static Mailbox.Letter message(long number) {
        return new Mailbox.Letter(now -> new Stimulus.TimerFired(now, number), null);
    }

    private static long number(Mailbox.Letter letter) {
        return ((Stimulus.TimerFired) letter.message.at(Instant.EPOCH)).timerId();
    }

    @Test
    void messages_come_in_their_order_and_only_the_first_finds_nobody_taking() {
        Mailbox mailbox = new Mailbox();

        assertThat(mailbox.add(message(1))).isTrue();
        assertThat(mailbox.add(message(2))).isFalse();
        assertThat(number(mailbox.next())).isEqualTo(1);
        assertThat(mailbox.add(message(3))).isFalse();
        assertThat(number(mailbox.next())).isEqualTo(2);
        assertThat(number(mailbox.next())).isEqualTo(3);
        assertThat(mailbox.isEmpty()).isTrue();
        assertThat(mailbox.next()).isNull();

        assertThat(mailbox.add(message(4))).isTrue();
    }

    @Test
    void who_has_sent_what_is_dropped_at_the_end_is_told_so() {
        Mailbox mailbox = new Mailbox();
        CompletableFuture<Boolean> collected = new CompletableFuture<>();
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        CompletableFuture<Boolean> late = new CompletableFuture<>();
        mailbox.add(message(1));
        mailbox.add(new Mailbox.Letter(Stimulus.Resumed::new, collected));
        mailbox.next();
        mailbox.add(new Mailbox.Letter(Stimulus.Resumed::new, waiting));

        mailbox.close(new IllegalStateException("the disk is full"));

        assertThat(mailbox.add(new Mailbox.Letter(Stimulus.Resumed::new, late))).isFalse();
        assertThat(collected).isCompletedExceptionally();
        assertThat(waiting).isCompletedExceptionally();
        assertThat(late).isCompletedExceptionally();
    }

    @Test
    void none_is_lost_and_one_thread_takes_at_a_time_however_many_add() throws InterruptedException {
        Mailbox mailbox = new Mailbox();
        int threads = 4;
        int each = 20_000;
        ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger takers = new AtomicInteger();
        AtomicInteger mostTakers = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(threads * each);
        ExecutorService pool = Executors.newFixedThreadPool(threads);

        for (int t = 0; t < threads; t++) {
            long base = (long) t * each;
            pool.execute(() -> {
                for (int i = 0; i < each; i++) {
                    if (mailbox.add(message(base + i))) {
                        mostTakers.accumulateAndGet(takers.incrementAndGet(), Math::max);
                        Mailbox.Letter next = mailbox.next();
                        while (next != null) {
                            taken.add(number(next));
                            all.countDown();
                            if (mailbox.isEmpty()) {
                                takers.decrementAndGet();
                                next = mailbox.next();
                                if (next != null) {
                                    takers.incrementAndGet();
                                }
                            } else {
                                next = mailbox.next();
                            }
                        }
                    }
                }
            });
        }
        all.await();
        pool.shutdown();

        assertThat(mostTakers).hasValue(1);
        assertThat(taken).hasSize(threads * each).doesNotHaveDuplicates();
        for (int t = 0; t < threads; t++) {
            long from = (long) t * each;
            List<Long> own = new ArrayList<>(taken);
            own.removeIf(n -> n < from || n >= from + each);
            assertThat(own).isSorted();
        }
    }
}
