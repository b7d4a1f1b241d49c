package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Rows as one array for each of their columns: the parameters of a statement that writes them all. */
final class Columns<T> {
    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();
    private boolean isCounted;

    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    private record Column(String type, Object[] values) {}

    private Columns(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Columns<T> numbers(ToLongFunction<T> column) {
        return add("int8", rows.stream().map(column::applyAsLong).toArray());
    }

    Columns<T> integers(ToIntFunction<T> column) {
        return add("int4", rows.stream().map(column::applyAsInt).toArray());
    }

    Columns<T> texts(Function<T, String> column) {
        return add("text", rows.stream().map(column).toArray());
    }

    Columns<T> blobs(Function<T, byte[]> column) {
        return add("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    private Columns<T> add(String type, Object[] values) {
        columns.add(new Column(type, values));
        return this;
    }

    /** Adds one more parameter: how many rows there are. */
    Columns<T> counted() {
        isCounted = true;
        return this;
    }

    /**
     * Sets the parameters.
     *
     * @param first the number of the first
     * @return the number after the last
     */
    int bind(Connection connection, PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Column column : columns) {
            statement.setArray(next++, connection.createArrayOf(column.type, column.values));
        }
        if (isCounted) {
            statement.setLong(next++, rows.size());
        }
        return next;
    }
}
