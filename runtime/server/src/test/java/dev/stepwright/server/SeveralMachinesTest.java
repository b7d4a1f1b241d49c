package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Servers with one PostgreSQL database: one works, another stands by. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeveralMachinesTest {
    private static final String CALL_BACK =
            """
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::activity:ask","End":true}}}
            """.replace(":states:::activity", ":states:us-east-1:123456789012:activity");

    private static EmbeddedPostgres database;

    @BeforeAll
    static void startDatabase() {
        try {
            database = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        } catch (IOException | RuntimeException e) {
            abort("the embedded PostgreSQL cannot run here: " + e);
        }
    }

    @AfterAll
    static void endDatabase() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    private static RunningServer start() {
        return RunningServer.start(config -> config.data(database.getJdbcUrl("postgres", "postgres")));
    }

    @Test
    void a_server_that_stands_by_goes_on_with_everything_the_first_has_kept() {
        RunningServer first = start();
        first.client().createActivity(r -> r.name("ask"));
        String machine = first.machine("M", CALL_BACK);
        String execution = first.client()
                .startExecution(r -> r.stateMachineArn(machine).name("e").input("{}"))
                .executionArn();
        String token = first.client()
                .getActivityTask(r -> r.activityArn("arn:aws:states:us-east-1:123456789012:activity:ask"))
                .taskToken();
        CompletableFuture<RunningServer> standingBy = CompletableFuture.supplyAsync(SeveralMachinesTest::start);
        first.close();

        try (RunningServer second = standingBy.join()) {
            assertThat(second.client().listStateMachines(r -> {}).stateMachines())
                    .hasSize(1);
            second.client().sendTaskSuccess(r -> r.taskToken(token).output("{\"a\":1}"));
            assertThat(second.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    @Test
    void a_server_whose_data_another_has_taken_over_says_so_and_takes_no_calls() throws SQLException {
        try (RunningServer server = start()) {
            try (Connection connection = database.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE stepwright.owner SET epoch = epoch + 1, holder = NULL");
            }

            assertThat(server.server().lost().toCompletableFuture().join())
                    .hasMessageContaining("the store has been taken over");
        }
    }
}
