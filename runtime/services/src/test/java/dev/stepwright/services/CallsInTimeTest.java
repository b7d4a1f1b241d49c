package dev.stepwright.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import tools.jackson.databind.JsonNode;

/** What a call that takes its time has to do with that of the engine; the client is one that is slow. */
class CallsInTimeTest {
    private static final String MESSAGE = "{\"QueueUrl\": \"q\", \"MessageBody\": \"m\"}";

    private final CountDownLatch isCalled = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch isInterrupted = new CountDownLatch(1);

    private final class Slow implements SqsClient {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public SendMessageResponse sendMessage(SendMessageRequest request) {
            isCalled.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                isInterrupted.countDown();
                throw AbortedException.create("interrupted", e);
            }
            return SendMessageResponse.builder().messageId("m-1").build();
        }

        @Override
        public void close() {}
    }

    @Test
    void a_task_that_is_stopped_interrupts_its_call() throws InterruptedException {
        try (OneTask task = OneTask.of("aws-sdk:sqs:sendMessage", new Slow())) {
            Execution<JsonNode> execution = task.start(MESSAGE);
            isCalled.await();

            execution.stop("Changed", "my mind");

            assertThat(execution.await()).isEqualTo(new Outcome.Aborted<>("Changed", "my mind"));
            assertThat(isInterrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_virtual_clock_waits_for_the_answer() throws InterruptedException {
        VirtualTime time = VirtualTime.automatic(Instant.parse("2026-01-01T00:00:00Z"));
        try (OneTask task = OneTask.of(EngineConfig.builder().time(time), "aws-sdk:sqs:sendMessage", new Slow())) {
            Execution<JsonNode> execution = task.start(MESSAGE, "\"TimeoutSeconds\": 5,");
            isCalled.await();
            mayAnswer.countDown();

            assertThat(execution.await())
                    .isEqualTo(new Outcome.Succeeded<>(
                            JsonDocument.parse("{\"MessageId\": \"m-1\"}").root()));
        }
    }
}
