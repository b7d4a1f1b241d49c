package dev.stepwright.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
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
            AlarmQueue.Entry entry =
                    new AlarmQueue.Entry(queue::remove, Instant.ofEpochSecond(time), true, () -> ran.add(key));
            queue.add(entry);
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
            AlarmQueue.Entry entry =
                    new AlarmQueue.Entry(queue::remove, Instant.ofEpochSecond(time), isDate, () -> ran.add(key));
            queue.add(entry);
            model.put(key, entry);
        }

        queue.advance(Duration.ofSeconds(10));
        for (Long key : List.copyOf(model.keySet())) {
            if (random.nextInt(3) == 0) {
                model.remove(key).cancel();
            }
        }
        runAll(queue);

        assertThat(ran).containsExactlyElementsOf(model.keySet());
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
