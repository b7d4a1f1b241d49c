package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmQueueTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_is_due_comes_by_time_and_then_in_the_order_of_adding(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AlarmQueue queue = new AlarmQueue();
        TreeMap<Long, AlarmQueue.Entry> model = new TreeMap<>();
        List<Long> ran = new ArrayList<>();

        for (long i = 0; i < 3_000; i++) {
            long time = random.nextInt(50);
            long key = time * 1_000_000 + i;
            AlarmQueue.Entry entry = queue.addDate(queue::remove, Instant.ofEpochSecond(time), () -> ran.add(key));
            model.put(key, entry);
            if (random.nextInt(3) == 0) {
                Long victim = model.ceilingKey((long) random.nextInt(50) * 1_000_000);
                if (victim != null) {
                    model.remove(victim).cancel();
                }
            }
        }
        runAll(queue);

        assertThat(ran).containsExactlyElementsOf(model.keySet());
        assertThat(queue.first()).isNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void what_comes_earlier_passes_the_dates_and_can_still_be_taken_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AlarmQueue queue = new AlarmQueue();
        TreeMap<Long, AlarmQueue.Entry> model = new TreeMap<>();
        List<Long> ran = new ArrayList<>();
        for (long i = 0; i < 1_000; i++) {
            long time = 10 + random.nextInt(40);
            boolean isDate = random.nextBoolean();
            long key = (isDate ? time : time - 10) * 1_000_000 + i;
            Instant due = Instant.ofEpochSecond(time);
            AlarmQueue.Entry entry = isDate
                    ? queue.addDate(queue::remove, due, () -> ran.add(key))
                    : queue.addDelay(queue::remove, due, due, () -> ran.add(key));
            model.put(key, entry);
        }

        queue.clockSet(Duration.ofSeconds(-10));
        for (Long key : List.copyOf(model.keySet())) {
            if (random.nextInt(3) == 0) {
                model.remove(key).cancel();
            }
        }
        runAll(queue);

        assertThat(ran).containsExactlyElementsOf(model.keySet());
    }

    /** One that is due late was asked for while the clock was behind by five seconds. */
    @ParameterizedTest(name = "set by {0}: due at {1}")
    @CsvSource({
        "'-10', 90",
        "'10', 100",
        "'-10,10', 100",
        "'10,-10', 100",
        "'10,-10,10,-10', 100",
        "'-10,30,-30', 90",
        "'10,-25', 85",
        "'-10,-10,5', 85"
    })
    void a_delay_is_due_as_much_earlier_as_the_clock_is_behind_in_the_end(String jumps, long due) {
        AlarmQueue queue = new AlarmQueue();
        Instant end = Instant.ofEpochSecond(100);
        AlarmQueue.Entry delay = queue.addDelay(queue::remove, end, end, () -> {});
        AlarmQueue.Entry late = queue.addDelay(queue::remove, end, end.plusSeconds(5), () -> {});
        AlarmQueue.Entry date = queue.addDate(queue::remove, end, () -> {});

        long set = 0;
        for (String jump : jumps.split(",")) {
            set += Long.parseLong(jump);
            queue.clockSet(Duration.ofSeconds(Long.parseLong(jump)));
        }

        assertThat(delay.due).isEqualTo(Instant.ofEpochSecond(due));
        assertThat(late.due).isEqualTo(end.plusSeconds(Math.min(5, set)));
        assertThat(date.due).isEqualTo(end);
    }

    private static void runAll(AlarmQueue queue) {
        AlarmQueue.Entry[] due = new AlarmQueue.Entry[7];
        for (int time = 0; time < 50; time++) {
            int count;
            do {
                count = queue.take(Instant.ofEpochSecond(time), due);
                for (int i = 0; i < count; i++) {
                    due[i].run();
                }
            } while (count == due.length);
        }
    }
}
