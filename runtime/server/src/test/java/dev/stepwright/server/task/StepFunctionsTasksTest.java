package dev.stepwright.server.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class StepFunctionsTasksTest {
    private final RecordedCompletion completion = new RecordedCompletion();

    /** Starts a child while the engine refuses that, and waits until the thread that does it has ended. */
    private void refused(boolean isOpen) throws InterruptedException {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        StepFunctionsTasks tasks = new StepFunctionsTasks(
                name -> null,
                (task, body) -> {
                    throw new IllegalStateException("the engine has been closed");
                },
                arn -> new CompletableFuture<>(),
                UUID::randomUUID,
                () -> isOpen,
                new Workplace(threads, VirtualTime.manual(Instant.EPOCH)));

        Runnable unused = tasks.start(
                Requests.of("arn:aws:states:::states:startExecution", JsonNodeFactory.instance.objectNode()),
                completion);
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_start_that_meets_a_closing_engine_is_left_to_the_next_engine() throws InterruptedException {
        refused(false);

        assertThat(completion.failure).isNotDone();
    }

    @Test
    void a_start_that_fails_otherwise_fails_the_task() throws InterruptedException {
        refused(true);

        assertThat(completion.failure)
                .isCompletedWithValueMatching(
                        failure -> "StepFunctions.InternalFailureException".equals(failure.error()));
    }
}
