package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A transaction that is sent to the database in one piece, so that it takes one exchange. Nobody looks at what its statements find; so each that must find
 * something fails by itself where it does not, and the database skips all that follow, {@code COMMIT} too.
 */
final class Script {
    private final StringBuilder sql = new StringBuilder("BEGIN");
    private final List<Columns<?>> rows = new ArrayList<>();

    /** @param fence a query that finds one row as long as the transaction is allowed */
    Script(String fence) {
        must(fence, "1", "the store has been taken over");
    }

    /** Adds a statement that writes rows, if there are any. */
    Script write(String statement, Columns<?> some) {
        if (!some.isEmpty()) {
            sql.append("; ").append(statement);
            rows.add(some);
        }
        return this;
    }

    /**
     * Adds a statement that changes as many rows as it is given.
     *
     * @param otherwise what the database says where it does not
     */
    Script change(String statement, Columns<?> some, String otherwise) {
        if (!some.isEmpty()) {
            must(statement + " RETURNING 1", "?", otherwise);
            rows.add(some.counted());
        }
        return this;
    }

    /** In SQL a text that is no number is all that can be made to fail with words of ours. */
    private void must(String statement, String count, String otherwise) {
        sql.append("; WITH found AS (")
                .append(statement)
                .append(") SELECT CAST(CASE count(*) WHEN ")
                .append(count);
        sql.append(" THEN '1' ELSE '").append(otherwise).append("' END AS integer) FROM found");
    }

    /** Runs all of it, or nothing; only when the connection breaks nobody knows. */
    void commit(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + "; COMMIT")) {
            int next = 1;
            for (Columns<?> some : rows) {
                next = some.bind(connection, statement, next);
            }
            statement.execute();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e); // the connection is broken; the database rolls back itself
        }
    }
}
