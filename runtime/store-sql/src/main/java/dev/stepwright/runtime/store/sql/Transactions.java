package dev.stepwright.runtime.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** The connection of a store that writes. */
@FunctionalInterface
public interface Transactions {
    /** Does all of something, or nothing of it. */
    void inTransaction(Work work) throws SQLException;

    /** What is done in a transaction. */
    @FunctionalInterface
    interface Work {
        void run(Connection connection) throws SQLException;
    }
}
