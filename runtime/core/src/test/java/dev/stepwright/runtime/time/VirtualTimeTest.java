package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class VirtualTimeTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());

    private Runnable note(TimeSource time, String name) {
        return () -> ran.add(name + "@" + Duration.between(START, time.now()).toSeconds());
    }

    @Test
    void what_is_due_runs_in_the_order_of_its_time_and_then_of_its_asking() {
        VirtualTime time = VirtualTime.manual(START);
        time.at(START.plusSeconds(5), note(time, "b"));
        time.at(START.plusSeconds(5), note(time, "c"));
        time.at(START.plusSeconds(1), note(time, "a"));

        time.advance(Duration.ofSeconds(10));

        assertThat(ran).containsExactly("a@1", "b@5", "c@5");
        assertThat(time.now()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void what_is_left_is_waited_for_where_less_is_left_than_there_is_until_it_is_due() {
        VirtualTime time = VirtualTime.manual(START);
        time.after(Duration.ofSeconds(5), START.plusSeconds(3_605), note(time, "an hour ahead"));
        time.after(Duration.ofSeconds(7), START.plusSeconds(6), note(time, "a second ago"));

        time.advance(Duration.ofSeconds(10));

        assertThat(ran).containsExactly("an hour ahead@5", "a second ago@6");
    }

    @Test
    void what_has_been_taken_back_does_not_run() {
        VirtualTime time = VirtualTime.manual(START);
        TimeSource.Alarm alarm = time.at(START.plusSeconds(5), note(time, "a"));

        alarm.cancel();
        time.advance(Duration.ofSeconds(10));

        assertThat(ran).isEmpty();
    }

    @Test
    void automatic_time_stands_still_while_there_is_work() {
        VirtualTime time = VirtualTime.automatic(START);
        time.workBegins();
        time.at(START.plus(Duration.ofDays(365)), note(time, "year"));
        assertThat(time.now()).isEqualTo(START);

        time.workEnds();

        assertThat(ran).containsExactly("year@31536000");
    }

    @Test
    void an_action_may_ask_for_another() {
        VirtualTime time = VirtualTime.manual(START);
        time.at(START.plusSeconds(1), () -> time.at(START.plusSeconds(2), note(time, "second")));

        time.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("second@2");
    }

    @Test
    void what_is_due_already_runs_at_once() {
        VirtualTime time = VirtualTime.manual(START);

        time.at(START.minusSeconds(1), note(time, "late"));

        assertThat(ran).containsExactly("late@0");
    }

    @Test
    void nothing_runs_after_the_end() {
        VirtualTime time = VirtualTime.manual(START);
        time.at(START.plusSeconds(5), note(time, "a"));

        time.close();
        time.advance(Duration.ofSeconds(10));

        assertThat(ran).isEmpty();
    }

    @Test
    @Timeout(60)
    void passing_time_waits_for_what_is_going_on_before_each_step_and_at_the_end() {
        VirtualTime time = VirtualTime.manual(START);
        Work work = new Work(time);
        work.begin(() -> time.at(
                START.plusSeconds(1),
                () -> work.begin(() -> {
                    note(time, "first").run();
                    time.at(time.now().plusSeconds(2), () -> work.begin(note(time, "second")));
                })));

        time.pass(Duration.ofSeconds(5));

        assertThat(ran).containsExactly("first@1", "second@3");
        assertThat(time.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    @Timeout(60)
    void passing_no_time_waits_for_what_is_going_on() {
        VirtualTime time = VirtualTime.manual(START);
        new Work(time).begin(note(time, "done"));

        time.pass(Duration.ZERO);

        assertThat(ran).containsExactly("done@0");
    }

    @Test
    @Timeout(60)
    void no_other_thread_runs_what_is_due_at_the_same_time_before_what_was_asked_for_first() throws Exception {
        VirtualTime time = VirtualTime.automatic(START);
        CountDownLatch hasBegun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        time.workBegins();
        time.at(START.plusSeconds(1), () -> {
            hasBegun.countDown();
            await(mayEnd);
            note(time, "first").run();
        });
        time.at(START.plusSeconds(1), note(time, "second"));
        Thread slow = new Thread(time::workEnds);
        slow.start();
        hasBegun.await();

        time.workBegins();
        time.workEnds();
        mayEnd.countDown();
        slow.join();

        assertThat(ran).containsExactly("first@1", "second@1");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work on other threads. */
    private record Work(VirtualTime time) {
        void begin(Runnable action) {
            time.workBegins();
            new Thread(() -> {
                        action.run();
                        time.workEnds();
                    })
                    .start();
        }
    }

    @Test
    void whoever_is_interrupted_does_not_wait_for_what_is_going_on() {
        VirtualTime time = VirtualTime.manual(START);
        time.workBegins();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.pass(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted while waiting for the engine at 2026-01-01T00:00:00Z");
        assertThat(Thread.interrupted()).isTrue();
    }
}
