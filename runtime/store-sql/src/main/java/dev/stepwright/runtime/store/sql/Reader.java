package dev.stepwright.runtime.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A connection that reads, with its statements: each stays prepared. Used by one thread at a time; closed by whoever has opened the connection. */
public final class Reader {
    private final Connection connection;
    private final Function<SQLException, RuntimeException> failure;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** @param failure what a query throws that the database has refused or could not answer */
    public Reader(Connection connection, Function<SQLException, RuntimeException> failure) {
        this.connection = connection;
        this.failure = failure;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    public Connection connection() {
        return connection;
    }

    /**
     * Returns what a query gives.
     *
     * @param parameters longs and strings
     * @throws dev.stepwright.runtime.binary.UnreadableException if what is stored is damaged
     */
    public <T> List<T> all(String sql, Mapping<T> mapping, Object... parameters) {
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
            throw failure.apply(e);
        }
    }

    /** Returns the first of what a query gives, as {@link #all}. */
    public <T> Optional<T> one(String sql, Mapping<T> mapping, Object... parameters) {
        return all(sql, mapping, parameters).stream().findFirst();
    }
}
