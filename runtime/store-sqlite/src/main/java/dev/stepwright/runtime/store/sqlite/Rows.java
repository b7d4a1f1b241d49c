package dev.stepwright.runtime.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes many rows with few statements: one for each power of two, prepared when it is first needed. */
final class Rows implements AutoCloseable {
    private static final int MOST = 32;

    private final Connection connection;
    private final String sql;
    private final String row;
    private final String rest;
    private final @Nullable PreparedStatement[] prepared = new PreparedStatement[MOST + 1];

    /**
     * @param sql up to the rows
     * @param row one of them, in brackets
     * @param rest what follows the rows
     */
    Rows(Connection connection, String sql, String row, String rest) {
        this.connection = connection;
        this.sql = sql;
        this.row = row;
        this.rest = rest;
    }

    /** Writes the columns of one row. */
    @FunctionalInterface
    interface Columns<T> {
        /**
         * Sets the parameters of one row.
         *
         * @param first the number of the row's first parameter
         */
        void set(T value, PreparedStatement statement, int first) throws SQLException;
    }

    <T> void write(List<T> values, int columns, Columns<T> setter) throws SQLException {
        int from = 0;
        while (from < values.size()) {
            int some = Integer.highestOneBit(Math.min(MOST, values.size() - from));
            PreparedStatement statement = statement(some);
            for (int i = 0; i < some; i++) {
                setter.set(values.get(from + i), statement, 1 + i * columns);
            }
            statement.executeUpdate();
            from += some;
        }
    }

    private PreparedStatement statement(int rows) throws SQLException {
        PreparedStatement statement = prepared[rows];
        if (statement == null) {
            statement = connection.prepareStatement(sql + (row + ",").repeat(rows - 1) + row + rest);
            prepared[rows] = statement;
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared) {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
