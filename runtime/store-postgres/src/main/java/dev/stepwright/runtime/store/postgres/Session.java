package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The connection that writes, under its epoch. Belongs to the thread that writes. */
final class Session implements Transactions, AutoCloseable {
    private final Connection connection;
    private final Ownership ownership;
    private final long epoch;
    private final Tables tables;
    private final PreparedStatement fence;
    private final PreparedStatement renew;

    private Session(Connection connection, Ownership ownership, long epoch) throws SQLException {
        this.connection = connection;
        this.ownership = ownership;
        this.epoch = epoch;
        this.tables = new Tables(connection);
        this.fence = connection.prepareStatement("SELECT epoch FROM owner WHERE epoch = ? FOR UPDATE");
        this.renew = connection.prepareStatement("UPDATE owner SET renewed = clock_timestamp() WHERE epoch = ?");
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

    /**
     * Writes a group and commits it. After a failure nothing of it is there, unless the connection has broken.
     *
     * @param isInDoubt whether it may be there already, since the answer to its commit was lost
     */
    void commit(Group group, boolean isInDoubt) throws SQLException {
        try {
            inTransaction(same -> {
                if (!isInDoubt || !tables.contain(group)) {
                    tables.write(group);
                }
            });
            tables.keep();
        } catch (SQLException | RuntimeException | Error e) {
            tables.forget();
            throw e;
        }
    }

    /** Waits for whoever is taking the store over, and keeps others from it until the transaction ends. */
    private void check() throws SQLException {
        fence.setLong(1, epoch);
        try (ResultSet row = fence.executeQuery()) {
            if (row.next()) {
                return;
            }
        }
        throw lost(connection);
    }

    /** Makes sure that the store is still ours. */
    void confirm() throws SQLException {
        inTransaction(same -> {});
    }

    /** Gives a sign of life. */
    void renew() throws SQLException {
        renew.setLong(1, epoch);
        if (renew.executeUpdate() == 0) {
            throw lost(connection);
        }
    }

    private static StoreLostException lost(Connection connection) throws SQLException {
        return new StoreLostException("the store has been taken over by " + Ownership.describe(connection)
                + "; nothing is written here any more. End this process, or open the store again to stand by");
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
