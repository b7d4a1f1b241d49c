package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The connection that writes, under its epoch. Belongs to the thread that writes. */
final class Session implements Transactions, AutoCloseable {
    private final Connection connection;
    private final Ownership ownership;
    private final Tables tables;
    private final String fence;
    private final String renew;

    private Session(Connection connection, Ownership ownership, long epoch) throws SQLException {
        this.connection = connection;
        this.ownership = ownership;
        this.fence = "SELECT epoch FROM owner WHERE epoch = " + epoch + " FOR UPDATE";
        this.tables = new Tables(connection, fence);
        this.renew = "UPDATE owner SET renewed = clock_timestamp() WHERE epoch = " + epoch + " RETURNING epoch";
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = "
                    + ownership.failover().lease().toMillis());
            if ("off".equals(Schema.text(connection, "SHOW synchronous_commit"))) {
                statement.execute("SET synchronous_commit = on"); // what is acknowledged has been flushed
            }
        }
    }

    /** Takes the store with a connection if nobody has it; returns null, and leaves the connection open, if somebody has. */
    static @Nullable Session take(Connection connection, Ownership ownership) throws SQLException {
        OptionalLong epoch = ownership.take(connection);
        return epoch.isPresent() ? new Session(connection, ownership, epoch.getAsLong()) : null;
    }

    /**
     * Goes on with another connection.
     *
     * @throws StoreLostException if somebody else has taken the store meanwhile
     */
    static Session resume(Database database, Ownership ownership) throws SQLException {
        Connection connection = database.connect(ownership.failover().lease());
        try {
            OptionalLong epoch = ownership.resume(connection);
            if (epoch.isEmpty()) {
                throw lost(connection);
            }
            return new Session(connection, ownership, epoch.getAsLong());
        } catch (SQLException | RuntimeException | Error e) {
            Database.discard(connection);
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws StoreLostException if somebody else has taken the store; then nothing is done
     */
    @Override
    public void inTransaction(Work work) throws SQLException {
        Transaction.run(connection, () -> {
            check();
            work.run(connection);
        });
    }

    /** Returns whether a group has been committed before. One without batches may be written again, and is not looked for. */
    boolean contains(Group group) throws SQLException {
        boolean[] isThere = {false};
        inTransaction(same -> isThere[0] = tables.contain(group));
        return isThere[0];
    }

    /**
     * Writes a group and commits it. After a failure nothing of it is there, unless the connection has broken or it was cancelled.
     *
     * @throws StoreLostException if somebody else has taken the store
     * @throws dev.stepwright.runtime.store.StaleSequenceException if an execution is not as far as it should be
     */
    void commit(Group group) throws SQLException {
        try {
            tables.commit(group);
        } catch (SQLException e) {
            if (!Database.isPassing(e) && !Database.isCancelled(e)) {
                inTransaction(same -> tables.expect(group)); // the database does not say what it was
            }
            throw e;
        }
    }

    /** Waits for whoever is taking the store over, and keeps others from it until the transaction ends. */
    private void check() throws SQLException {
        if (Statements.number(connection, fence).isEmpty()) {
            throw lost(connection);
        }
    }

    /** Makes sure that the store is still ours. */
    void confirm() throws SQLException {
        inTransaction(same -> {});
    }

    /** Gives a sign of life. */
    void renew() throws SQLException {
        if (Statements.number(connection, renew).isEmpty()) {
            throw lost(connection);
        }
    }

    private static StoreLostException lost(Connection connection) throws SQLException {
        return new StoreLostException("the store has been taken over by " + Ownership.describe(connection)
                + "; this process writes nothing more. End it, or open the store again to stand by");
    }

    /** Gives the store back. */
    void release() throws SQLException {
        ownership.release(connection);
    }

    @Override
    public void close() {
        Database.discard(connection);
    }
}
