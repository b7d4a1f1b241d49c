package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.sql.Executions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** Removes executions that ended long ago, some batches in a transaction, so that nobody waits for long. */
final class Retention {
    private static final long PAUSE_MILLISECONDS = 60_000;

    private final Duration period;
    private final InstantSource clock;
    private int removed;
    private long doneMillis = Long.MIN_VALUE;

    Retention(Duration period, InstantSource clock) {
        this.period = period;
        this.clock = clock;
    }

    /** Returns how many executions have been removed since the store was opened. */
    int removed() {
        return removed;
    }

    /** Returns whether it is a minute ago that everything was removed. */
    boolean isDue() {
        return doneMillis == Long.MIN_VALUE || Math.abs(clock.millis() - doneMillis) >= PAUSE_MILLISECONDS;
    }

    /**
     * Removes some.
     *
     * @param most about how many batches and executions
     * @return whether there is more to remove
     */
    boolean sweep(Tables tables, int most) throws SQLException {
        long before = clock.instant().minus(period).toEpochMilli();
        try {
            long first = next(tables.connection(), before);
            if (first >= 0) {
                tables.inTransaction(() -> remove(tables.connection(), first, before, most));
                return true;
            }
        } catch (SQLException e) {
            doneMillis = clock.millis(); // again in a minute
            throw e;
        }
        doneMillis = clock.millis();
        return false;
    }

    private void remove(Connection connection, long first, long before, int most) throws SQLException {
        int left = most;
        for (long execution = first; execution >= 0 && left > 0; execution = next(connection, before)) {
            left -= remove(connection, execution, left);
        }
    }

    private static long next(Connection connection, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id FROM execution WHERE status <> 0 AND moment < ? ORDER BY moment LIMIT 1")) {
            statement.setLong(1, before);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }

    /** Removes batches of an execution and, with the last of them, the execution; returns how many rows. */
    private int remove(Connection connection, long execution, int most) throws SQLException {
        run(
                connection,
                "UPDATE execution SET status = " + Executions.REMOVING
                        + ", arn = arn || '#' || id WHERE id = ? AND status <> " + Executions.REMOVING,
                execution);
        int deleted = run(
                connection,
                "DELETE FROM batch WHERE id IN (SELECT id FROM batch WHERE execution = ? ORDER BY sequence LIMIT "
                        + most + ")",
                execution);
        if (deleted == most) {
            return deleted;
        }
        run(connection, "DELETE FROM redrive WHERE execution = ?", execution);
        removed += run(connection, "DELETE FROM execution WHERE id = ?", execution);
        return deleted + 1;
    }

    private static int run(Connection connection, String sql, long execution) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, execution);
            return statement.executeUpdate();
        }
    }
}
