package dev.stepwright.runtime.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Transactions by their own statements: SQLite may end one by itself, as on a full disk, and then the driver's idea of it is wrong. */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private @Nullable PreparedStatement begin;
    private @Nullable PreparedStatement commit;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Does all of it, or nothing. */
    void run(Work work) throws SQLException {
        if (begin == null || commit == null) {
            begin = connection.prepareStatement("BEGIN IMMEDIATE");
            commit = connection.prepareStatement("COMMIT");
        }
        try {
            begin.execute();
            work.run();
            commit.execute();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
    }

    private void rollback(Throwable reason) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e); // SQLite has rolled back itself
        }
        discard(begin, reason);
        discard(commit, reason);
        begin = null;
        commit = null;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : new @Nullable PreparedStatement[] {begin, commit}) {
            if (statement != null) {
                statement.close();
            }
        }
    }

    /** One of them may have failed, and is of no use any more. */
    private static void discard(@Nullable PreparedStatement statement, Throwable reason) {
        try {
            if (statement != null) {
                statement.close();
            }
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
