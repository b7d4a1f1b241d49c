package dev.stepwright.runtime.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    @TempDir
    private Path folder;

    private final List<Statement> prepared = new ArrayList<>();

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(connection, arguments);
                    if (method.getName().equals("prepareStatement")) {
                        prepared.add((Statement) result);
                    }
                    return result;
                });
    }

    @Test
    void a_disk_that_is_full_for_hours_leaves_no_statements_behind() throws SQLException {
        Database database = new Database(folder.resolve("stepwright.db"), SqliteSettings.DEFAULT.mostBytes());
        try (Connection connection = database.writer()) {
            Schema.migrate(connection, Schema.MIGRATIONS, Instant.EPOCH);
            Tables first = new Tables(noting(connection));
            List<Statement> replaced = List.copyOf(prepared);

            first.renewed();

            assertThat(replaced).isNotEmpty();
            for (Statement statement : replaced) {
                assertThat(statement.isClosed()).as(statement.toString()).isTrue();
            }
        }
    }
}
