package dev.stepwright.runtime.store.postgres;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of the tests' own, one for all of them; it flushes what it commits. It ends with the process. Another one, on this machine and
 * for a superuser: {@code -Dstepwright.postgres=jdbc:postgresql://localhost:5432/postgres?user=postgres}.
 */
final class TestDatabase {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final @Nullable String GIVEN = System.getProperty("stepwright.postgres");
    private static @Nullable EmbeddedPostgres server;
    private static @Nullable String reason;

    private TestDatabase() {}

    /** Returns its URL; skips the test where no such server can run. */
    static synchronized String url() {
        if (GIVEN != null) {
            return GIVEN;
        }
        if (server == null && reason == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("recovery_init_sync_method", "syncfs") // one call and not one for each file
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException | RuntimeException e) {
                reason = e.toString();
            }
        }
        if (server == null) {
            abort("the embedded PostgreSQL cannot run here: " + reason);
        }
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Returns settings with a schema that nobody has used. */
    static PostgresSettings settings() {
        return failingOver(PostgresSettings.DEFAULT.withSchema(
                "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet()));
    }

    /** Returns settings whose failover is as fast as tests need it. */
    static PostgresSettings failingOver(PostgresSettings settings) {
        return settings.withFailover(Failover.DEFAULT
                .withGrace(Duration.ofMillis(300))
                .withLease(Duration.ofMillis(2_000))
                .withLongestWait(Duration.ofSeconds(60)));
    }

    static Connection connect() throws SQLException {
        return Database.at(url(), "public").connect(Duration.ofSeconds(60));
    }

    static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
