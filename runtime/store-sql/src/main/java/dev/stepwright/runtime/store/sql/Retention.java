package dev.stepwright.runtime.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Removes executions that ended long ago, some batches in a transaction, so that nobody waits for long. Belongs to the thread that writes. */
public final class Retention {
    /** The status of what is being removed: it is seen by nobody, and its name is free. */
    public static final int REMOVING = 9;

    private static final long PAUSE_MILLISECONDS = 60_000;

    private final Duration period;
    private final InstantSource clock;
    private int removed;
    private long doneMillis = Long.MIN_VALUE;

    public Retention(Duration period, InstantSource clock) {
        this.period = period;
        this.clock = clock;
    }

    /**
     * Has whoever writes remove all that is expired, and waits for it.
     *
     * @param sweep removes some and returns whether there is more
     * @return how many executions have been removed since the store was opened
     */
    public int removeAll(Writes writes, BooleanSupplier sweep) {
        CompletableFuture<Void> swept = new CompletableFuture<>();
        writes.submit(new Write(
                group -> {
                    boolean isMore = true;
                    while (isMore) {
                        isMore = sweep.getAsBoolean();
                    }
                },
                () -> {},
                0,
                swept));
        swept.join();
        return removed;
    }

    /** Returns whether it is a minute ago that everything was removed. */
    public boolean isDue() {
        return doneMillis == Long.MIN_VALUE || Math.abs(clock.millis() - doneMillis) >= PAUSE_MILLISECONDS;
    }

    /**
     * Removes some.
     *
     * @param most about how many batches and executions
     * @return whether there may be more to remove
     */
    public boolean sweep(Transactions transactions, int most) throws SQLException {
        long before = clock.millis() - TimeUnit.MILLISECONDS.convert(period); // which may be for ever
        int[] left = {most};
        try {
            transactions.inTransaction(connection -> left[0] = removeOlder(connection, before, most));
        } finally {
            if (left[0] > 0) {
                doneMillis = clock.millis(); // again in a minute
            }
        }
        return left[0] <= 0;
    }

    /** Returns how many more rows it might have removed. */
    private int removeOlder(Connection connection, long before, int most) throws SQLException {
        int left = most;
        for (long execution : expired(connection, before, most)) {
            if (left > 0) {
                left -= remove(connection, execution, left);
            }
        }
        return left;
    }

    /** Returns the oldest. All at once: PostgreSQL would come by those that have just been removed with each look. */
    private static List<Long> expired(Connection connection, long before, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id FROM execution WHERE status <> 0 AND moment < ? ORDER BY moment LIMIT " + most)) {
            statement.setLong(1, before);
            List<Long> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
            return found;
        }
    }

    /** Removes batches of an execution and, with the last of them, the execution, which is seen by nobody until then; returns how many rows. */
    private int remove(Connection connection, long execution, int most) throws SQLException {
        int deleted = run(
                connection,
                "DELETE FROM batch WHERE execution = ? AND sequence IN"
                        + " (SELECT sequence FROM batch WHERE execution = ? ORDER BY sequence LIMIT " + most + ")",
                execution,
                execution);
        if (deleted == most) {
            run(
                    connection,
                    "UPDATE execution SET status = " + REMOVING + ", arn = arn || '#' || id WHERE id = ? AND status <> "
                            + REMOVING,
                    execution);
            return deleted;
        }
        run(connection, "DELETE FROM redrive WHERE execution = ?", execution);
        removed += run(connection, "DELETE FROM execution WHERE id = ?", execution);
        return deleted + 1;
    }

    private static int run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
