package dev.stepwright.runtime.store.sqlite;

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

/** A connection that reads, with its statements. Used by one thread at a time. */
final class Reader implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reader(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Returns what a query gives.
     *
     * @param parameters longs and strings
     * @throws UnreadableException if the file is damaged
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
            UnreadableException unreadable = new UnreadableException("the store cannot be read: " + e.getMessage());
            unreadable.initCause(e);
            throw unreadable;
        }
    }

    <T> Optional<T> one(String sql, Mapping<T> mapping, Object... parameters) {
        return all(sql, mapping, parameters).stream().findFirst();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
