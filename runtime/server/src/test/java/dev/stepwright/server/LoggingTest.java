package dev.stepwright.server;

import static dev.stepwright.server.RunningServer.PASS;
import static dev.stepwright.server.RunningServer.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.runtime.history.HistoryEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.LogDestination;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** What {@code loggingConfiguration} has logged, through the AWS SDK. */
class LoggingTest {
    private static final String GROUP = "arn:aws:logs:us-east-1:123456789012:log-group:any:*";
    private static final String FAIL =
            "{\"StartAt\":\"No\",\"States\":{\"No\":{\"Type\":\"Fail\",\"Error\":\"Refused\",\"Cause\":\"not today\"}}}";

    private final BlockingQueue<Logged> logged = new LinkedBlockingQueue<>();

    private record Logged(String arn, HistoryEvent event) {}

    private RunningServer server() {
        return RunningServer.start(
                config -> config.log((arn, redriveCount, event) -> logged.add(new Logged(arn, event))));
    }

    private static Consumer<LoggingConfiguration.Builder> logging(LogLevel level, boolean withData) {
        return logging -> logging.level(level)
                .includeExecutionData(withData)
                .destinations(LogDestination.builder()
                        .cloudWatchLogsLogGroup(group -> group.logGroupArn(GROUP))
                        .build());
    }

    private static String machine(
            RunningServer server, StateMachineType type, String definition, LogLevel level, boolean withData) {
        return server.client()
                .createStateMachine(r -> r.name("Logged")
                        .type(type)
                        .definition(definition)
                        .roleArn(ROLE)
                        .loggingConfiguration(logging(level, withData)))
                .stateMachineArn();
    }

    private List<String> types() {
        return logged.stream().map(one -> one.event().type()).toList();
    }

    @Test
    void a_synchronous_express_execution_is_logged_with_its_data() {
        try (RunningServer server = server()) {
            String machine = machine(server, StateMachineType.EXPRESS, PASS, LogLevel.ALL, true);

            String arn = server.client()
                    .startSyncExecution(r -> r.stateMachineArn(machine).input("{\"a\":1}"))
                    .executionArn();

            assertThat(types())
                    .containsExactly("ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded");
            assertThat(logged).extracting(Logged::arn).containsOnly(arn);
            assertThat(logged.element().event().details().path("input").asString(""))
                    .isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void an_asynchronous_express_execution_is_logged_without_data() throws InterruptedException {
        try (RunningServer server = server()) {
            String machine = machine(server, StateMachineType.EXPRESS, FAIL, LogLevel.FATAL, false);

            String arn = server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn();
            Logged first = logged.poll(60, TimeUnit.SECONDS);

            assertThat(first).isNotNull();
            assertThat(first.arn()).isEqualTo(arn);
            assertThat(first.event().type()).isEqualTo("ExecutionFailed");
            assertThat(first.event().details().toString()).isEqualTo("{\"error\":\"Refused\",\"cause\":\"not today\"}");
            assertThat(logged).isEmpty();
        }
    }

    @Test
    void an_update_changes_what_is_logged_and_leaves_the_versions_before_it() {
        try (RunningServer server = server()) {
            String machine = machine(server, StateMachineType.STANDARD, FAIL, LogLevel.FATAL, false);
            String version = server.client()
                    .publishStateMachineVersion(r -> r.stateMachineArn(machine))
                    .stateMachineVersionArn();
            server.client()
                    .updateStateMachine(
                            r -> r.stateMachineArn(machine).loggingConfiguration(logging(LogLevel.ERROR, false)));

            server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn());
            List<String> now = types();
            logged.clear();
            server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(version))
                    .executionArn());

            assertThat(now).containsExactly("FailStateEntered", "ExecutionFailed");
            assertThat(types()).containsExactly("ExecutionFailed");
        }
    }

    @Test
    void logging_survives_the_server_with_a_data_folder(@TempDir Path data) {
        String machine;
        try (RunningServer server = RunningServer.start(config -> config.data(data))) {
            machine = machine(server, StateMachineType.STANDARD, FAIL, LogLevel.FATAL, false);
        }

        try (RunningServer server = RunningServer.start(
                config -> config.data(data).log((arn, redriveCount, event) -> logged.add(new Logged(arn, event))))) {
            server.end(server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn());
        }

        assertThat(types()).containsExactly("ExecutionFailed");
    }
}
