package dev.stepwright.services.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class JobTaskTest {
    private static final JsonNode ANSWER = JsonNodeFactory.instance.stringNode("job-1");
    private static final TaskRequest REQUEST = new TaskRequest(
            "arn:aws:states:us-east-1:123456789012:execution:m:x",
            "arn:aws:iam::123456789012:role/machine",
            1,
            "Call",
            TaskResource.parse("arn:aws:states:::eks:runJob.sync"),
            JsonNodeFactory.instance.objectNode(),
            1,
            null,
            null,
            null);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final VirtualTime time = VirtualTime.automatic(Instant.EPOCH);
    private final CountDownLatch isStarting = new CountDownLatch(1);
    private final CountDownLatch mayStart = new CountDownLatch(1);
    private final CompletableFuture<JsonNode> stopped = new CompletableFuture<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
        time.close();
    }

    /** A job whose call that starts it answers when it may. */
    private final class SlowlyStarted implements JobWork {
        @Override
        public JsonNode start(TaskRequest request) throws InterruptedException {
            isStarting.countDown();
            mayStart.await();
            return ANSWER;
        }

        @Override
        public Progress progress(JsonNode started, TaskRequest request) {
            return new Progress(Progress.State.RUNNING, started);
        }

        @Override
        public void stop(JsonNode started, TaskRequest request) {
            stopped.complete(started);
        }
    }

    private static final class Ignoring implements TaskCompletion {
        @Override
        public void started(@Nullable String worker) {}

        @Override
        public void submitted(JsonNode response) {}

        @Override
        public void heartbeat() {}

        @Override
        public void succeeded(JsonNode value) {}

        @Override
        public void failed(@Nullable String error, @Nullable String cause) {}
    }

    @Test
    void a_job_that_is_being_started_when_its_task_is_over_is_stopped() throws Exception {
        JobTask task = new JobTask(new SlowlyStarted(), new Workplace(threads, time), REQUEST, new Ignoring());
        Runnable cancel = task.start();
        isStarting.await();

        cancel.run();
        mayStart.countDown();

        assertThat(stopped.get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
    }
}
