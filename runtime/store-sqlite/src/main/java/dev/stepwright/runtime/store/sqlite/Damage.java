package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.sql.Batches;
import dev.stepwright.runtime.store.sql.Executions;
import dev.stepwright.runtime.store.sql.Reader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether the file is what was written. */
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
            throw new UnreadableException("the store is damaged; restore it from a copy. SQLite says: " + problems);
        }
    }

    /** Returns all that is wrong. */
    static List<String> find(Reader reader, Executions executions) {
        List<String> problems = new ArrayList<>();
        collect(
                problems,
                () -> reader.all("PRAGMA integrity_check", rs -> rs.getString(1)).stream()
                        .filter(line -> !line.equals("ok"))
                        .forEach(problems::add));
        List<String> arns = new ArrayList<>();
        collect(
                problems,
                () -> arns.addAll(reader.all(
                        "SELECT arn FROM execution WHERE status <> " + Executions.REMOVING,
                        rs -> String.valueOf(rs.getString(1)))));
        collect(problems, () -> executions.running(reader));
        collect(problems, () -> Documents.check(reader));
        for (String arn : arns) {
            collect(problems, () -> {
                executions.find(reader, arn);
                executions.row(reader, arn).ifPresent(row -> Batches.after(reader, row, 0));
            });
        }
        return problems;
    }

    private static void collect(List<String> problems, Runnable check) {
        try {
            check.run();
        } catch (UnreadableException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
