package dev.stepwright.runtime.store.postgres;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Who may write: the row of the table {@code owner}. Each session that writes has an epoch of its own, so that what an earlier one has sent and
 * the network has kept back is refused when it arrives after all.
 *
 * @param holder tells this store from any other
 */
record Ownership(UUID holder, Failover failover) {
    private static final String SILENCE = "abs(extract(epoch FROM clock_timestamp() - o.renewed))";

    private static final String ITS_SESSION = "a.pid = o.pid AND coalesce(a.backend_start = o.backend_start, true)";

    private static final String IS_DEAD = "(" + SILENCE + " > extract(epoch FROM o.lease) OR "
            + SILENCE + " > extract(epoch FROM o.grace) AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE "
            + ITS_SESSION + "))";

    /** It gives no sign of life then; if it stands still, the database ends its transaction. */
    private static final String CHANGES_TABLES = "EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'advisory'"
            + " AND l.classid = " + Schema.LOCK + " AND l.pid = o.pid)";

    private static final String IS_FREE = "(o.holder IS NULL OR " + IS_DEAD + " AND NOT " + CHANGES_TABLES + ")";

    private static final String THIS_SESSION = "epoch = epoch + 1, pid = pg_backend_pid(), backend_start ="
            + " (SELECT a.backend_start FROM pg_stat_activity a WHERE a.pid = pg_backend_pid()),"
            + " renewed = clock_timestamp()";

    static Ownership of(Failover failover) {
        return new Ownership(UUID.randomUUID(), failover);
    }

    /** Takes it if nobody has it. Returns the epoch of the connection. */
    OptionalLong take(Connection connection) throws SQLException {
        endSession(connection, IS_FREE);
        return Statements.number(
                connection,
                "UPDATE owner o SET holder = ?, place = ?, lease = ? * interval '1 millisecond',"
                        + " grace = ? * interval '1 millisecond', " + THIS_SESSION + " WHERE " + IS_FREE
                        + " RETURNING epoch",
                holder,
                place(),
                failover.lease().toMillis(),
                failover.grace().toMillis());
    }

    /** Has another connection write instead of one that has broken; empty if somebody else has taken it meanwhile. */
    OptionalLong resume(Connection connection) throws SQLException {
        endSession(connection, "o.holder = '" + holder + "'");
        return Statements.number(
                connection, "UPDATE owner o SET " + THIS_SESSION + " WHERE holder = ? RETURNING epoch", holder);
    }

    /** Gives a sign of life in a transaction of the owner, which has the row. */
    static void renew(Connection connection) throws SQLException {
        Statements.number(connection, "UPDATE owner SET renewed = clock_timestamp() RETURNING epoch");
    }

    /** Gives it back, so that whoever stands by need not wait. */
    void release(Connection connection) throws SQLException {
        Statements.number(connection, "UPDATE owner SET holder = NULL WHERE holder = ? RETURNING epoch", holder);
    }

    /** A session that stands still may hold the row for as long as its transaction lasts. */
    private static void endSession(Connection connection, String when) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT pg_terminate_backend(a.pid) FROM owner o JOIN pg_stat_activity a ON " + ITS_SESSION
                        + " WHERE a.usename = current_user AND a.pid <> pg_backend_pid() AND " + when)) {
            statement.executeQuery().close();
        }
    }

    /** Returns, in words, who has it. */
    static String describe(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT o.place, o.holder, round(" + SILENCE + "::numeric, 1) FROM owner o");
                ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getObject(2) == null) {
                return "no process any more";
            }
            return row.getString(1) + " (its latest sign of life is " + row.getString(3) + " s old)";
        }
    }

    private static String place() {
        return "process " + ProcessHandle.current().pid() + " on " + machine();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
