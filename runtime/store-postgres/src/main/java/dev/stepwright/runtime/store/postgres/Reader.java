package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.binary.UnreadableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection that reads, with its statements. Used by one thread at a time; between two calls of {@link #end} it sees one state. */
final class Reader implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reader(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A query has failed. */
    static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException reason;

        FailedException(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }

    /**
     * Returns what a query gives.
     *
     * @param parameters longs and strings
     * @throws UnreadableException if what is stored is damaged
     * @throws FailedException if the database does not answer
     */
    <T> List<T> all(String sql, Mapping<T> mapping, Object... parameters) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapping.of(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new FailedException(e);
        }
    }

    <T> Optional<T> one(String sql, Mapping<T> mapping, Object... parameters) {
        return all(sql, mapping, parameters).stream().findFirst();
    }

    /** Ends a look at the database. */
    void end() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() {
        Database.discard(connection);
    }
}
