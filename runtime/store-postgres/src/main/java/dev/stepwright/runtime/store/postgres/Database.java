package dev.stepwright.runtime.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PgConnection;

/**
 * Opens connections to the database.
 *
 * @param name for people; without a password
 */
record Database(DataSource source, String name, String schema) {
    private static final Pattern WITH_USER = Pattern.compile("jdbc:postgresql://[^/?]*@");
    private static final String STARTING_UP = "57P03";
    private static final int CONNECT_SECONDS = 10;

    private static final String CANCELLED = "57014";

    /** Shut down, crashed, not ready, idle for too long, a standby that only reads: another connection may do what this one cannot. */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", STARTING_UP, "57P05", "25P03", "25006", "53300");

    /** @param url may say anything that the driver knows; it has keep-alives and a time limit for connecting anyway */
    static Database at(String url, String schema) {
        if (WITH_USER.matcher(url).lookingAt()) { // the driver would take the password for a port, and log it
            throw notUrl();
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("stepwright");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw notUrl(); // without the cause, which quotes the URL
        }
        return new Database(source, url.replaceFirst("\\?.*", ""), schema);
    }

    private static IllegalArgumentException notUrl() {
        return new IllegalArgumentException(
                "a database URL must be like jdbc:postgresql://host:5432/database?user=name,"
                        + " with all about the user after the question mark; the one given is not shown, because it may contain a"
                        + " password");
    }

    /**
     * Returns a new connection whose tables are those of the schema.
     *
     * @param longestAnswer after so long without an answer the connection is given up
     */
    Connection connect(Duration longestAnswer) throws SQLException {
        Connection connection = source.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, longestAnswer.toMillis()));
            connection.setSchema(schema);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED); // what the fence is made for
            return connection;
        } catch (SQLException | RuntimeException e) {
            discard(connection);
            throw e;
        }
    }

    /** Ends a connection, which may be broken. A pool closes it too, rather than give it with our settings to others. */
    static void discard(Connection connection) {
        try {
            if (!(connection instanceof PgConnection)) {
                connection.abort(Runnable::run);
            }
            connection.close();
        } catch (SQLException e) {
            // it is of no use any more, and the failure that has led here is told
        }
    }

    /** Returns whether the database is there, and takes connections soon. */
    static boolean isStartingUp(SQLException failure) {
        return STARTING_UP.equals(failure.getSQLState());
    }

    /**
     * Returns whether the database was told to stop: by {@code statement_timeout}, or by somebody. It may have committed before it noticed, a commit that
     * waits for a slow disk for example.
     */
    static boolean isCancelled(SQLException failure) {
        return CANCELLED.equals(failure.getSQLState());
    }

    /** Returns whether the same may succeed with another connection. */
    static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || PASSING.contains(state));
    }
}
