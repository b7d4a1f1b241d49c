package dev.stepwright.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.Engine;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.EncryptionConfiguration;
import dev.stepwright.server.api.GetActivityTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskOperationsTest {
    private static final String ARN = "arn:aws:states:us-east-1:123456789012:activity:work";

    @Test
    void a_thousand_workers_may_wait_for_a_task_of_an_activity() {
        Activities activities = new Activities(new KeptActivities(new NoDocuments()));
        Activity work = new Activity(ARN, "work", Instant.EPOCH, EncryptionConfiguration.OWNED, Map.of());
        activities.addOr(ARN, () -> work, there -> there);
        GetActivityTask request = new GetActivityTask(ARN, null);

        try (Engine engine = Engine.inMemory()) {
            engine.activities().create("work");
            TaskOperations tasks = new TaskOperations(engine, activities, Duration.ofMinutes(1));
            List<CompletableFuture<GetActivityTask.Answer>> waiting = IntStream.range(0, 1_000)
                    .mapToObj(i -> tasks.fetch(request))
                    .toList();

            assertThatThrownBy(() -> tasks.fetch(request))
                    .isInstanceOfSatisfying(
                            ApiError.class, e -> assertThat(e.code()).isEqualTo("ActivityWorkerLimitExceeded"));
            waiting.get(0).cancel(false);
            assertThat(tasks.fetch(request)).isNotDone();
        }
    }
}
