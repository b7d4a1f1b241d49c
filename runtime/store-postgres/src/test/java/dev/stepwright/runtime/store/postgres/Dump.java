package dev.stepwright.runtime.store.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What is in the tables of a store, but for who has it, as text that {@code psql} would take as well. */
record Dump(String text) {
    private static final List<String> TABLES =
            List.of("definition", "machine", "execution", "running", "redrive", "batch", "snapshot", "document");
    private static final Pattern ROWS =
            Pattern.compile("^COPY (\\w+) FROM stdin;\n(.*?)^\\\\\\.\n", Pattern.MULTILINE | Pattern.DOTALL);

    /** Returns what is in a schema whose tables these statements have made. */
    static Dump of(String schema, String statements) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        text.write(statements);
        try (Connection connection = connect(schema)) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                text.write("\nCOPY " + table + " FROM stdin;\n");
                copy.copyOut("COPY (SELECT * FROM " + table + " ORDER BY 1, 2) TO STDOUT", text);
                text.write("\\.\n");
            }
        }
        for (String numbered : List.of("definition", "machine")) {
            text.write("SELECT setval(pg_get_serial_sequence('" + numbered + "', 'id'), (SELECT max(id) FROM "
                    + numbered + "));\n");
        }
        return new Dump(text.toString());
    }

    /** Makes a schema of it. */
    void load(String schema) throws SQLException, IOException {
        TestDatabase.execute("CREATE SCHEMA " + schema);
        Matcher rows = ROWS.matcher(text);
        try (Connection connection = connect(schema);
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            statement.execute(text.substring(0, text.indexOf("\nCOPY ")));
            int end = 0;
            for (MatchResult table : rows.results().toList()) {
                copy.copyIn("COPY " + table.group(1) + " FROM STDIN", new StringReader(table.group(2)));
                end = table.end();
            }
            statement.execute(text.substring(end));
        }
    }

    private static Connection connect(String schema) throws SQLException {
        return Database.at(TestDatabase.url(), schema).connect(Duration.ofSeconds(60));
    }
}
