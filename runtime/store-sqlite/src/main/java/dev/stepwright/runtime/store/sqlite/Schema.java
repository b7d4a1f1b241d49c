package dev.stepwright.runtime.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tables, and how older ones become them. */
final class Schema {
    /** "Swrt": what SQLite files of ours have in their header. */
    private static final int APPLICATION = 0x53777274;

    /**
     * What makes each version of the one before it; the first of an empty file. Once released, a script is never changed: add another.
     *
     * <p>{@code execution}: {@code status} as in {@code EndForm}, or 9 for one that is being removed; {@code moment} is the millisecond
     * when it started, was redriven, or ended; {@code sequence} that of its last batch once it has ended. {@code running} has a row for each that has
     * not, {@code redrive} one for each that has been redriven. All blobs and {@code seal}s hold checksums.
     */
    static final List<List<String>> MIGRATIONS = List.of(
            List.of(
                    "CREATE TABLE version (number INTEGER PRIMARY KEY, applied INTEGER NOT NULL) STRICT",
                    "CREATE TABLE definition (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, text TEXT NOT NULL) STRICT",
                    "CREATE TABLE machine (id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE) STRICT",
                    "CREATE TABLE execution (id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine INTEGER NOT NULL,"
                            + " status INTEGER NOT NULL, moment INTEGER NOT NULL, definition INTEGER NOT NULL,"
                            + " sequence INTEGER NOT NULL, identity BLOB NOT NULL, ending BLOB, input BLOB NOT NULL) STRICT",
                    "CREATE INDEX execution_in_list ON execution (machine, status, moment, id)",
                    "CREATE INDEX execution_by_end ON execution (moment) WHERE status <> 0",
                    "CREATE TABLE running (execution INTEGER PRIMARY KEY, sequence INTEGER NOT NULL,"
                            + " seal INTEGER NOT NULL) STRICT",
                    "CREATE TABLE batch (id INTEGER PRIMARY KEY, execution INTEGER NOT NULL, sequence INTEGER NOT NULL,"
                            + " last_event INTEGER NOT NULL, record BLOB NOT NULL) STRICT",
                    "CREATE UNIQUE INDEX batch_in_order ON batch (execution, sequence)",
                    "CREATE TABLE snapshot (execution INTEGER PRIMARY KEY, sequence INTEGER NOT NULL,"
                            + " record BLOB NOT NULL) STRICT",
                    "CREATE TABLE document (collection TEXT NOT NULL, key TEXT NOT NULL, record BLOB NOT NULL,"
                            + " PRIMARY KEY (collection, key)) STRICT, WITHOUT ROWID"),
            List.of("CREATE TABLE redrive (execution INTEGER PRIMARY KEY, record BLOB NOT NULL) STRICT"));

    private Schema() {}

    /**
     * Brings a database to the present version, in one transaction.
     *
     * @param migrations of which the last makes the present version
     * @throws IllegalStateException if the database is not ours, or of a later version
     */
    static void migrate(Connection connection, List<List<String>> migrations, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isNew = number(statement, "SELECT count(*) FROM sqlite_schema") == 0;
            long application = number(statement, "PRAGMA application_id");
            if (!isNew && application != APPLICATION) {
                throw new IllegalStateException("the SQLite file is not one of Stepwright (its application id is "
                        + application + "); use another folder for the store");
            }
            long version = isNew ? 0 : number(statement, "SELECT coalesce(max(number), 0) FROM version");
            if (version > migrations.size()) {
                throw new IllegalStateException("the store has version " + version
                        + ", but this program knows only version " + migrations.size()
                        + "; open it with the version of Stepwright that wrote it or a later one");
            }
            if (version < migrations.size()) {
                try (Transaction transaction = new Transaction(connection)) {
                    transaction.run(() -> migrate(statement, (int) version, migrations, now));
                }
            }
        }
        checkTables(connection, migrations);
    }

    private static void migrate(Statement statement, int from, List<List<String>> migrations, Instant now)
            throws SQLException {
        statement.execute("PRAGMA application_id = " + APPLICATION);
        for (int next = from + 1; next <= migrations.size(); next++) {
            for (String sql : migrations.get(next - 1)) {
                statement.execute(sql);
            }
            statement.execute("INSERT INTO version VALUES (" + next + ", " + now.toEpochMilli() + ")");
        }
    }

    /** A damaged schema may still be one that SQLite can read. */
    private static void checkTables(Connection connection, List<List<String>> migrations) throws SQLException {
        List<String> wanted = migrations.stream()
                .flatMap(List::stream)
                .filter(sql -> sql.startsWith("CREATE "))
                .sorted(Comparator.naturalOrder())
                .toList();
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        found.sort(Comparator.naturalOrder());
        if (!found.equals(wanted)) {
            throw new IllegalStateException(
                    "the store is damaged or was changed by hand: its tables are not those of its version;"
                            + " expected " + wanted + ", found " + found);
        }
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
