package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Retention;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writing side of the tables: a statement for each, however many rows it writes. */
final class Tables {
    private final Statements statements;
    private final Numbered machines;
    private final Numbered definitions;

    Tables(Connection connection) {
        this.statements = new Statements(connection);
        this.machines = new Numbered(
                statements,
                "SELECT id FROM machine WHERE arn = ?",
                "INSERT INTO machine (arn) VALUES (?) RETURNING id");
        this.definitions = new Numbered(
                statements,
                "SELECT id FROM definition WHERE hash = ?",
                "INSERT INTO definition (hash, text) VALUES (?, ?) RETURNING id");
    }

    /** What was written has been committed. */
    void keep() {
        machines.keep();
        definitions.keep();
    }

    /** What was written has been rolled back. */
    void forget() {
        machines.forget();
        definitions.forget();
    }

    /** Returns whether a group has been committed before. What has no batches in it may be written again. */
    boolean contain(Group group) throws SQLException {
        if (group.batches().isEmpty()) {
            return false;
        }
        Group.BatchRow first = group.batches().get(0);
        return statements
                        .number(
                                "SELECT count(*) FROM batch WHERE execution = ? AND sequence = ? AND record = ?",
                                first.execution(),
                                first.sequence(),
                                first.record())
                        .orElse(0)
                == 1;
    }

    void write(Group group) throws SQLException {
        create(group.executions());
        reopen(group.reopened());
        statements.run(
                "INSERT INTO batch SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])",
                Columns.of(group.batches())
                        .numbers(Group.BatchRow::execution)
                        .numbers(Group.BatchRow::sequence)
                        .numbers(Group.BatchRow::lastEvent)
                        .blobs(Group.BatchRow::record));
        advance(group.running());
        end(group);
        statements.run(
                "INSERT INTO snapshot SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[])"
                        + " ON CONFLICT (execution) DO UPDATE SET sequence = excluded.sequence, record = excluded.record",
                Columns.of(group.snapshots())
                        .numbers(Group.SnapshotRow::execution)
                        .numbers(Group.SnapshotRow::sequence)
                        .blobs(Group.SnapshotRow::record));
        documents(group.documents());
    }

    /** An execution with the numbers of what it shares with others. */
    private record Numbers(Group.NewExecution execution, long machine, long definition) {
        byte[] identity() {
            return execution.identity(machine, definition);
        }
    }

    private void create(List<Group.NewExecution> executions) throws SQLException {
        List<Numbers> rows = new ArrayList<>(executions.size());
        for (Group.NewExecution execution : executions) {
            DefinitionText definition = execution.definition();
            rows.add(new Numbers(
                    execution,
                    machines.id(execution.machineArn(), execution.machineArn()),
                    definitions.id(definition.hash(), definition.hashBytes(), definition.textBytes())));
        }
        statements.run(
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

    private void reopen(List<Group.Reopened> reopened) throws SQLException {
        int done = statements.run(
                "UPDATE execution e SET status = 0, moment = v.moment, ending = NULL FROM unnest(?::bigint[], ?::bigint[])"
                        + " AS v (id, moment) WHERE e.id = v.id AND e.status NOT IN (0, " + Retention.REMOVING + ")",
                Columns.of(reopened).numbers(Group.Reopened::execution).numbers(Group.Reopened::moment));
        if (done != reopened.size()) {
            throw new IllegalStateException("of " + reopened.size() + " executions that were to go on only " + done
                    + " are there and have ended");
        }
        statements.run(
                "INSERT INTO redrive SELECT * FROM unnest(?::bigint[], ?::bytea[])"
                        + " ON CONFLICT (execution) DO UPDATE SET record = excluded.record",
                Columns.of(reopened).numbers(Group.Reopened::execution).blobs(Group.Reopened::redrive));
    }

    private void advance(Collection<Group.RunningRow> running) throws SQLException {
        List<Group.RunningRow> begin =
                running.stream().filter(row -> row.before() == 0).toList();
        statements.run(
                "INSERT INTO running SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::integer[])",
                Columns.of(begin)
                        .numbers(Group.RunningRow::execution)
                        .numbers(Group.RunningRow::sequence)
                        .integers(Group.RunningRow::seal));
        List<Group.RunningRow> goOn =
                running.stream().filter(row -> row.before() > 0).toList();
        expectAll(
                goOn,
                statements.run(
                        "UPDATE running r SET sequence = v.sequence, seal = v.seal FROM unnest(?::bigint[], ?::bigint[],"
                                + " ?::bigint[], ?::integer[]) AS v (execution, before, sequence, seal)"
                                + " WHERE r.execution = v.execution AND r.sequence = v.before",
                        Columns.of(goOn)
                                .numbers(Group.RunningRow::execution)
                                .numbers(Group.RunningRow::before)
                                .numbers(Group.RunningRow::sequence)
                                .integers(Group.RunningRow::seal)));
    }

    private void end(Group group) throws SQLException {
        List<Group.RunningRow> notRunning = List.copyOf(group.notRunning());
        expectAll(
                notRunning,
                statements.run(
                        "DELETE FROM running r USING unnest(?::bigint[], ?::bigint[]) AS v (execution, before)"
                                + " WHERE r.execution = v.execution AND r.sequence = v.before",
                        Columns.of(notRunning)
                                .numbers(Group.RunningRow::execution)
                                .numbers(Group.RunningRow::before)));
        int done = statements.run(
                "UPDATE execution e SET status = v.status, moment = v.moment, sequence = v.sequence, ending = v.ending"
                        + " FROM unnest(?::bigint[], ?::integer[], ?::bigint[], ?::bigint[], ?::bytea[])"
                        + " AS v (id, status, moment, sequence, ending) WHERE e.id = v.id AND e.status = 0",
                Columns.of(group.ended())
                        .numbers(Group.Ended::execution)
                        .integers(Group.Ended::status)
                        .numbers(Group.Ended::moment)
                        .numbers(Group.Ended::sequence)
                        .blobs(Group.Ended::ending));
        if (done != group.ended().size()) {
            throw new IllegalStateException(
                    "of " + group.ended().size() + " executions that were to end only " + done + " are there and run");
        }
        statements.run(
                "DELETE FROM snapshot WHERE execution = ANY (?::bigint[])",
                Columns.of(group.ended()).numbers(Group.Ended::execution));
    }

    /** Fewer rows have been found than were wanted: somebody has advanced one, or the database has lost what it had committed. */
    private void expectAll(List<Group.RunningRow> rows, int found) throws SQLException {
        for (int i = 0; i < rows.size() && found != rows.size(); i++) {
            Group.RunningRow row = rows.get(i);
            // those that could be advanced have been, in this transaction
            long there = statements
                    .number("SELECT sequence FROM running WHERE execution = ?", row.execution())
                    .orElse(0);
            if (there != row.sequence()) {
                throw new StaleSequenceException("execution " + row.execution(), there + 1, row.before() + 1);
            }
        }
    }

    private void documents(Map<Group.DocumentKey, byte @Nullable []> documents) throws SQLException {
        List<Map.Entry<Group.DocumentKey, byte[]>> put = new ArrayList<>();
        List<Group.DocumentKey> removed = new ArrayList<>();
        documents.forEach((key, record) -> {
            if (record == null) {
                removed.add(key);
            } else {
                put.add(Map.entry(key, record));
            }
        });
        statements.run(
                "INSERT INTO document SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[])"
                        + " ON CONFLICT (collection, key) DO UPDATE SET record = excluded.record",
                Columns.of(put)
                        .texts(entry -> entry.getKey().collection())
                        .texts(entry -> entry.getKey().key())
                        .blobs(Map.Entry::getValue));
        statements.run(
                "DELETE FROM document d USING unnest(?::text[], ?::text[]) AS v (collection, key)"
                        + " WHERE d.collection = v.collection AND d.key = v.key",
                Columns.of(removed).texts(Group.DocumentKey::collection).texts(Group.DocumentKey::key));
    }
}
