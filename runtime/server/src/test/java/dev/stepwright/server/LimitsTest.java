package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stepwright.runtime.Admission;
import dev.stepwright.runtime.log.ExecutionLog;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** What a client is told when the server has as much in hand as it may. */
class LimitsTest {
    private static final String WAIT =
            "{\"StartAt\":\"Rest\",\"States\":{\"Rest\":{\"Type\":\"Wait\",\"Seconds\":99999,\"End\":true}}}";

    @Test
    void one_more_than_may_be_open_is_an_error_of_the_operation() {
        try (RunningServer server = RunningServer.start(config -> config.admission(new Admission(1, 100)))) {
            SfnClient sfn = server.client();
            String machine = server.machine("waits", WAIT);
            String first = sfn.startExecution(r -> r.stateMachineArn(machine).name("first"))
                    .executionArn();

            assertThatThrownBy(() -> sfn.startExecution(r -> r.stateMachineArn(machine)))
                    .isInstanceOfSatisfying(ExecutionLimitExceededException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(400);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ExecutionLimitExceeded");
                    })
                    .hasMessageContaining("The maximum number of running executions has been reached (1)");
            assertThat(sfn.startExecution(r -> r.stateMachineArn(machine).name("first"))
                            .executionArn())
                    .as("it runs already")
                    .isEqualTo(first);

            sfn.stopExecution(r -> r.executionArn(first));
            assertThat(sfn.startExecution(r -> r.stateMachineArn(machine)).executionArn())
                    .isNotEqualTo(first);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_queue_that_is_not_worked_off_throttles() throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        CountDownLatch busy = new CountDownLatch(threads);
        CountDownLatch release = new CountDownLatch(1);
        ExecutionLog slow = (arn, redriveCount, event) -> {
            busy.countDown();
            await(release);
        };
        try (RunningServer server = RunningServer.start(config ->
                        config.admission(new Admission(1_000, threads)).log(slow));
                SfnClient sfn = clientThatTriesOnce(server)) {
            String machine = sfn.createStateMachine(r -> r.name("logged")
                            .definition(RunningServer.PASS)
                            .roleArn(RunningServer.ROLE)
                            .loggingConfiguration(LimitsTest::all))
                    .stateMachineArn();
            start(sfn, machine, threads);
            busy.await();
            start(sfn, machine, threads); // stand in the queue

            assertThatThrownBy(() -> start(sfn, machine, 1)).isInstanceOfSatisfying(SfnException.class, e -> {
                assertThat(e.statusCode()).isEqualTo(400);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ThrottlingException");
                assertThat(e.isThrottlingException())
                        .as("the client would try again")
                        .isTrue();
                assertThat(e).hasMessageContaining("Rate exceeded: more than " + threads + " executions wait");
            });
            release.countDown();
        }
    }

    private static void start(SfnClient sfn, String machine, int times) {
        for (int i = 0; i < times; i++) {
            sfn.startExecution(r -> r.stateMachineArn(machine));
        }
    }

    private static SfnClient clientThatTriesOnce(RunningServer server) {
        return SfnClient.builder()
                .endpointOverride(server.server().endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static void all(LoggingConfiguration.Builder logging) {
        logging.level(LogLevel.ALL)
                .destinations(LogDestination.builder()
                        .cloudWatchLogsLogGroup(
                                group -> group.logGroupArn("arn:aws:logs:us-east-1:123456789012:log-group:any:*"))
                        .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
