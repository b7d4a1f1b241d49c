package dev.stepwright.runtime.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables, and how older ones become them.
 *
 * @param scripts what makes each version of the one before it; the first of an empty schema
 */
record Schema(String name, List<String> scripts) {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    /** "Swrt", the first key of the lock that whoever changes the tables has until its transaction ends. */
    static final int LOCK = 0x53777274;

    private static final String RIGHT_MISSING = "42501";
    private static final String READ_ONLY = "25006";

    /** No such column, no such table, a table that is there already. */
    private static final Set<String> NOT_OURS = Set.of("42703", "42P01", "42P07");

    static Schema of(String name) {
        return new Schema(name, List.of(script("version-1.sql")));
    }

    private static String script(String file) {
        try (InputStream in = Schema.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes the tables if there are none. Older ones stay as they are: whoever works may be using them.
     *
     * @throws IllegalStateException if that is not allowed, they are of a later version, or the database may lose what it has committed
     */
    void prepare(Connection connection, boolean requiresFsync) throws SQLException {
        checkDurability(connection, requiresFsync);
        if (version(connection) == 0) {
            Transaction.run(connection, () -> create(connection));
        }
        checked(version(connection));
    }

    private int checked(int version) {
        if (version > scripts.size()) {
            throw new IllegalStateException("the store in schema " + name + " has version " + version
                    + ", but this program knows only version " + scripts.size()
                    + "; open it with the version of Stepwright that wrote it or a later one");
        }
        return version;
    }

    private void create(Connection connection) throws SQLException {
        lock(connection); // two processes that come first at the same time wait for each other
        try (Statement statement = connection.createStatement()) {
            if (version(connection) > 0) {
                return; // another process has been faster
            }
            if (text(connection, "SELECT to_regnamespace('\"" + name + "\"')::text") == null) {
                statement.execute("CREATE SCHEMA \"" + name + "\"");
            }
        }
        run(connection, 0);
    }

    private void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ", " + name.hashCode() + ")");
        }
    }

    /**
     * Brings older tables to the present version, however long that takes; in a transaction of whoever owns them.
     *
     * @throws IllegalStateException if they are of a later version by now: a later program has worked while this one stood by
     */
    void upgrade(Connection connection) throws SQLException {
        int version = checked(version(connection));
        if (version < scripts.size()) {
            lock(connection); // whoever stands by leaves us the time
            int longestAnswer = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            run(connection, version);
            connection.setNetworkTimeout(Runnable::run, longestAnswer);
            Ownership.renew(connection);
            LOG.info("upgraded the store in schema {} from version {} to {}", name, version, scripts.size());
        }
    }

    private void run(Connection connection, int from) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts.subList(from, scripts.size())) {
                statement.execute(script);
            }
        }
    }

    /** Returns the version of the tables; 0 if there are none. */
    int version(Connection connection) throws SQLException {
        if (text(connection, "SELECT to_regclass('\"" + name + "\".version')::text") == null) {
            return 0;
        }
        return Integer.parseInt(
                Objects.requireNonNull(text(connection, "SELECT coalesce(max(number), 0) FROM version")));
    }

    /** Returns, in words, why a store cannot be opened. */
    String reason(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.equals(RIGHT_MISSING)) {
            return "the role may not create or use the tables in schema " + name + " (" + failure.getMessage()
                    + "); either GRANT CREATE ON DATABASE to it, or have a DBA create them with the file"
                    + " version-1.sql in stepwright-store-postgres.jar, which says how";
        }
        if (NOT_OURS.contains(state)) {
            return "schema " + name + " has tables of another program (" + failure.getMessage()
                    + "); set another schema with PostgresSettings.withSchema";
        }
        if (state.equals(READ_ONLY)) {
            return "the database is read-only (" + failure.getMessage()
                    + "); if it is a replica, name all hosts in the URL, with targetServerType=primary";
        }
        return failure.getCause() instanceof UnknownHostException host
                ? "there is no host " + host.getMessage()
                : String.valueOf(failure.getMessage());
    }

    private static void checkDurability(Connection connection, boolean requiresFsync) throws SQLException {
        if (requiresFsync && "off".equals(text(connection, "SHOW fsync"))) {
            throw new IllegalStateException(
                    "the database has fsync = off: after a crash of its machine everything may be"
                            + " lost; switch it on, or accept that in tests with PostgresSettings.withoutFsync()");
        }
        if ("off".equals(text(connection, "SHOW full_page_writes"))) {
            LOG.warn("the database has full_page_writes = off: a crash of its machine may damage it");
        }
    }

    static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
