package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.sql.Readers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether the structure of the file is what SQLite wrote. */
final class Damage {
    private Damage() {}

    /**
     * Checks the structure of the file: of all of it, or of the table of running executions, which says what has to be found elsewhere.
     *
     * @throws UnreadableException if it is damaged
     */
    static void check(Connection connection, boolean isFull) throws SQLException {
        List<String> problems = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(isFull ? "PRAGMA integrity_check" : "PRAGMA integrity_check(running)")) {
            while (row.next()) {
                problems.add(row.getString(1));
            }
        }
        if (!problems.equals(List.of("ok"))) {
            throw new UnreadableException("the store is damaged; restore it from a backup. SQLite says: " + problems);
        }
    }

    /** Returns what is wrong with the structure of the file. */
    static List<String> find(Readers readers) {
        try {
            return readers.read(reader -> reader.all("PRAGMA integrity_check", rs -> rs.getString(1))).stream()
                    .filter(line -> !line.equals("ok"))
                    .toList();
        } catch (UnreadableException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
