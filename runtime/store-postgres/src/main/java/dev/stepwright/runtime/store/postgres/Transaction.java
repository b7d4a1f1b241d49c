package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Does all of something in a database, or nothing of it. */
final class Transaction {
    private Transaction() {}

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Does all of it, or nothing; only when the connection breaks during the commit nobody knows. */
    static void run(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e); // the connection is broken; the database rolls back itself
        }
    }
}
