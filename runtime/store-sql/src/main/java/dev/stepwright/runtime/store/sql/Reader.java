package dev.stepwright.runtime.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A connection that reads, with its statements: each stays prepared. Used by one thread at a time; closed by whoever has opened the connection. */
public final class Reader {
    private static final int SOME = 64;

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

    /** Returns parts of so many things as a query of {@link #ofSome} takes. */
    static <T> List<List<T>> some(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + SOME)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + SOME)))
                .toList();
    }

    /**
     * Returns what a query gives for some of its keys, as {@link #all}.
     *
     * @param sql has {@code %s} where their list belongs; however long that is, the statement is the same
     */
    <T> List<T> ofSome(String sql, Mapping<T> mapping, List<?> keys) {
        Object[] parameters = new Object[SOME];
        Arrays.setAll(parameters, i -> keys.get(Math.min(i, keys.size() - 1)));
        return all(sql.formatted("?" + ", ?".repeat(SOME - 1)), mapping, parameters);
    }

    /** Returns the first of what a query gives, as {@link #all}. */
    public <T> Optional<T> one(String sql, Mapping<T> mapping, Object... parameters) {
        return all(sql, mapping, parameters).stream().findFirst();
    }
}
