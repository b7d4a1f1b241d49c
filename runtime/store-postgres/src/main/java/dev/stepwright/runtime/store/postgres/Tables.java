package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Retention;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writing side of the tables: a statement for each, however many rows it writes. */
final class Tables {
    private static final String NOT_AS_FAR = "an execution is not as far as it should be";

    private final Connection connection;
    private final String fence;
    private final Numbered machines;
    private final Numbered definitions;

    /** @param fence as {@link Script} takes it */
    Tables(Connection connection, String fence) {
        this.connection = connection;
        this.fence = fence;
        this.machines = new Numbered(
                connection,
                fence,
                "SELECT id FROM machine WHERE arn = ?",
                "INSERT INTO machine (arn) SELECT * FROM unnest(?::text[])");
        this.definitions = new Numbered(
                connection,
                fence,
                "SELECT id FROM definition WHERE hash = ?",
                "INSERT INTO definition (hash, text) SELECT * FROM unnest(?::bytea[], ?::bytea[])");
    }

    /** Returns whether a group has been committed before. What has no batches in it may be written again. */
    boolean contain(Group group) throws SQLException {
        if (group.batches().isEmpty()) {
            return false;
        }
        Group.BatchRow first = group.batches().get(0);
        return Statements.number(
                        connection,
                        "SELECT 1 FROM batch WHERE execution = ? AND sequence = ? AND record = ?",
                        first.execution(),
                        first.sequence(),
                        first.record())
                .isPresent();
    }

    /** Writes a group and commits it. */
    void commit(Group group) throws SQLException {
        Script script = new Script(fence);
        create(script, group.executions());
        reopen(script, group.reopened());
        script.write(
                "INSERT INTO batch SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])",
                Columns.of(group.batches())
                        .numbers(Group.BatchRow::execution)
                        .numbers(Group.BatchRow::sequence)
                        .numbers(Group.BatchRow::lastEvent)
                        .blobs(Group.BatchRow::record));
        advance(script, group.running());
        end(script, group);
        script.write(
                "INSERT INTO snapshot SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[])"
                        + " ON CONFLICT (execution) DO UPDATE SET sequence = excluded.sequence, record = excluded.record",
                Columns.of(group.snapshots())
                        .numbers(Group.SnapshotRow::execution)
                        .numbers(Group.SnapshotRow::sequence)
                        .blobs(Group.SnapshotRow::record));
        documents(script, group.documents());
        script.commit(connection);
    }

    /** An execution with the numbers of what it shares with others. */
    private record Numbers(Group.NewExecution execution, long machine, long definition) {
        byte[] identity() {
            return execution.identity(machine, definition);
        }
    }

    private void create(Script script, List<Group.NewExecution> executions) throws SQLException {
        List<Numbers> rows = new ArrayList<>(executions.size());
        for (Group.NewExecution execution : executions) {
            List<String> machine = List.of(execution.machineArn());
            DefinitionText definition = execution.definition();
            rows.add(new Numbers(
                    execution,
                    machines.id(
                            execution.machineArn(),
                            execution.machineArn(),
                            () -> Columns.of(machine).texts(arn -> arn)),
                    definitions.id(
                            definition.hash(),
                            definition.hashBytes(),
                            () -> Columns.of(List.of(definition))
                                    .blobs(DefinitionText::hashBytes)
                                    .blobs(DefinitionText::textBytes))));
        }
        script.write(
                "INSERT INTO execution (id, arn, machine, status, moment, definition, sequence, identity, input)"
                        + " SELECT id, arn, machine, 0, moment, definition, 0, identity, input FROM unnest(?::bigint[],"
                        + " ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])"
                        + " AS v (id, arn, machine, moment, definition, identity, input)",
                Columns.of(rows)
                        .numbers(row -> row.execution.id())
                        .texts(row -> row.execution.arn())
                        .numbers(Numbers::machine)
                        .numbers(row -> row.execution.moment())
                        .numbers(Numbers::definition)
                        .blobs(Numbers::identity)
                        .blobs(row -> row.execution.input()));
    }

    private static void reopen(Script script, List<Group.Reopened> reopened) {
        script.change(
                        "UPDATE execution e SET status = 0, moment = v.moment, ending = NULL FROM unnest(?::bigint[],"
                                + " ?::bigint[]) AS v (id, moment) WHERE e.id = v.id AND e.status NOT IN (0, "
                                + Retention.REMOVING + ")",
                        Columns.of(reopened).numbers(Group.Reopened::execution).numbers(Group.Reopened::moment),
                        "an execution that was to go on is not there, or has not ended")
                .write(
                        "INSERT INTO redrive SELECT * FROM unnest(?::bigint[], ?::bytea[])"
                                + " ON CONFLICT (execution) DO UPDATE SET record = excluded.record",
                        Columns.of(reopened).numbers(Group.Reopened::execution).blobs(Group.Reopened::redrive));
    }

    private static void advance(Script script, Collection<Group.RunningRow> running) {
        script.write(
                        "INSERT INTO running SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[])",
                        Columns.of(running.stream()
                                        .filter(row -> row.before() == 0)
                                        .toList())
                                .numbers(Group.RunningRow::execution)
                                .numbers(Group.RunningRow::sequence)
                                .integers(Group.RunningRow::seal))
                .change(
                        "UPDATE running r SET sequence = v.sequence, seal = v.seal FROM unnest(?::bigint[], ?::bigint[],"
                                + " ?::bigint[], ?::integer[]) AS v (execution, before, sequence, seal)"
                                + " WHERE r.execution = v.execution AND r.sequence = v.before",
                        Columns.of(running.stream()
                                        .filter(row -> row.before() > 0)
                                        .toList())
                                .numbers(Group.RunningRow::execution)
                                .numbers(Group.RunningRow::before)
                                .numbers(Group.RunningRow::sequence)
                                .integers(Group.RunningRow::seal),
                        NOT_AS_FAR);
    }

    private static void end(Script script, Group group) {
        script.change(
                        "DELETE FROM running r USING unnest(?::bigint[], ?::bigint[]) AS v (execution, before)"
                                + " WHERE r.execution = v.execution AND r.sequence = v.before",
                        Columns.of(group.notRunning())
                                .numbers(Group.RunningRow::execution)
                                .numbers(Group.RunningRow::before),
                        NOT_AS_FAR)
                .change(
                        "UPDATE execution e SET status = v.status, moment = v.moment, sequence = v.sequence, ending = v.ending"
                                + " FROM unnest(?::bigint[], ?::integer[], ?::bigint[], ?::bigint[], ?::bytea[])"
                                + " AS v (id, status, moment, sequence, ending) WHERE e.id = v.id AND e.status = 0",
                        Columns.of(group.ended())
                                .numbers(Group.Ended::execution)
                                .integers(Group.Ended::status)
                                .numbers(Group.Ended::moment)
                                .numbers(Group.Ended::sequence)
                                .blobs(Group.Ended::ending),
                        "an execution that was to end is not there, or does not run")
                .write(
                        "DELETE FROM snapshot WHERE execution = ANY (?::bigint[])",
                        Columns.of(group.ended()).numbers(Group.Ended::execution));
    }

    /**
     * Looks whether all that a group advances are where they should be: if not, somebody has advanced one, or the database has lost what it
     * had committed.
     */
    void expect(Group group) throws SQLException {
        Columns<?> advanced = Columns.of(group.advanced())
                .numbers(Group.RunningRow::execution)
                .numbers(Group.RunningRow::before);
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT v.execution, v.before, coalesce(r.sequence, 0) FROM unnest(?::bigint[], ?::bigint[])"
                        + " AS v (execution, before) LEFT JOIN running r ON r.execution = v.execution"
                        + " WHERE r.sequence IS DISTINCT FROM v.before LIMIT 1")) {
            advanced.bind(connection, statement, 1);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new StaleSequenceException(
                            "execution " + row.getLong(1), row.getLong(3) + 1, row.getLong(2) + 1);
                }
            }
        }
    }

    private static void documents(Script script, Map<Group.DocumentKey, byte @Nullable []> documents)
            throws SQLException {
        List<Map.Entry<Group.DocumentKey, byte[]>> put = new ArrayList<>();
        List<Group.DocumentKey> removed = new ArrayList<>();
        documents.forEach((key, record) -> {
            if (record == null) {
                removed.add(key);
            } else {
                put.add(Map.entry(key, record));
            }
        });
        script.write(
                "INSERT INTO document SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[])"
                        + " ON CONFLICT (collection, key) DO UPDATE SET record = excluded.record",
                Columns.of(put)
                        .texts(entry -> entry.getKey().collection())
                        .texts(entry -> entry.getKey().key())
                        .blobs(Map.Entry::getValue));
        script.write(
                "DELETE FROM document d USING unnest(?::text[], ?::text[]) AS v (collection, key)"
                        + " WHERE d.collection = v.collection AND d.key = v.key",
                Columns.of(removed).texts(Group.DocumentKey::collection).texts(Group.DocumentKey::key));
    }
}
