package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The writing side of the tables. Belongs to the thread that writes. */
final class Tables implements Transactions, AutoCloseable {
    private static final int MOST_KNOWN = 10_000;

    private final Connection connection;
    private final Transaction transaction;
    private final Rows executions;
    private final Rows batches;
    private final Rows running;
    private final Rows snapshots;
    private final Rows notRunning;
    private final Rows noSnapshot;
    private final PreparedStatement end;
    private final PreparedStatement reopen;
    private final PreparedStatement putRedrive;
    private final PreparedStatement putDocument;
    private final PreparedStatement removeDocument;
    private final Numbered definitions;
    private final Numbered machines;

    Tables(Connection connection) throws SQLException {
        this.connection = connection;
        this.transaction = new Transaction(connection);
        this.executions = new Rows(connection, "INSERT INTO execution VALUES ", "(?,?,?,0,?,?,0,?,NULL,?)", "");
        this.batches = new Rows(
                connection, "INSERT INTO batch (execution, sequence, last_event, record) VALUES ", "(?,?,?,?)", "");
        this.running = new Rows(
                connection,
                "INSERT INTO running VALUES ",
                "(?,?,?)",
                " ON CONFLICT (execution) DO UPDATE SET sequence = excluded.sequence, seal = excluded.seal");
        this.snapshots = new Rows(connection, "INSERT OR REPLACE INTO snapshot VALUES ", "(?,?,?)", "");
        this.notRunning = new Rows(connection, "DELETE FROM running WHERE execution IN (", "?", ")");
        this.noSnapshot = new Rows(connection, "DELETE FROM snapshot WHERE execution IN (", "?", ")");
        this.end = connection.prepareStatement(
                "UPDATE execution SET status = ?, moment = ?, sequence = ?, ending = ? WHERE id = ? AND status = 0");
        this.reopen = connection.prepareStatement(
                "UPDATE execution SET status = 0, moment = ?, ending = NULL WHERE id = ? AND status NOT IN (0, "
                        + Retention.REMOVING + ")");
        this.putRedrive = connection.prepareStatement("INSERT OR REPLACE INTO redrive VALUES (?, ?)");
        this.putDocument = connection.prepareStatement("INSERT OR REPLACE INTO document VALUES (?, ?, ?)");
        this.removeDocument = connection.prepareStatement("DELETE FROM document WHERE collection = ? AND key = ?");
        this.definitions = new Numbered("definition", "hash");
        this.machines = new Numbered("machine", "arn");
    }

    /** Writes a group and commits it. After a failure nothing of it is there. */
    void commit(Group group) throws SQLException {
        try {
            transaction.run(() -> write(group));
            definitions.keep();
            machines.keep();
        } catch (SQLException | RuntimeException | Error e) {
            definitions.forget();
            machines.forget();
            throw e;
        }
    }

    private void write(Group group) throws SQLException {
        for (Group.NewExecution execution : group.executions()) {
            create(execution);
        }
        reopen(group.reopened());
        batches.write(group.batches(), 4, (row, statement, first) -> {
            statement.setLong(first, row.execution());
            statement.setLong(first + 1, row.sequence());
            statement.setLong(first + 2, row.lastEvent());
            statement.setBytes(first + 3, row.record());
        });
        running.write(List.copyOf(group.running()), 3, (row, statement, first) -> {
            statement.setLong(first, row.execution());
            statement.setLong(first + 1, row.sequence());
            statement.setInt(first + 2, row.seal());
        });
        snapshots.write(List.copyOf(group.snapshots()), 3, (row, statement, first) -> {
            statement.setLong(first, row.execution());
            statement.setLong(first + 1, row.sequence());
            statement.setBytes(first + 2, row.record());
        });
        end(group.ended());
        for (Map.Entry<Group.DocumentKey, byte @Nullable []> document :
                group.documents().entrySet()) {
            document(document.getKey(), document.getValue());
        }
    }

    private void create(Group.NewExecution execution) throws SQLException {
        DefinitionText definition = execution.definition();
        long definitionId = definitions.id(definition.hash(), definition.hashBytes(), definition.text());
        long machineId = machines.id(execution.machineArn(), execution.machineArn(), null);
        executions.write(List.of(execution), 7, (row, statement, first) -> {
            statement.setLong(first, row.id());
            statement.setString(first + 1, row.arn());
            statement.setLong(first + 2, machineId);
            statement.setLong(first + 3, row.moment());
            statement.setLong(first + 4, definitionId);
            statement.setBytes(first + 5, row.identity(machineId, definitionId));
            statement.setBytes(first + 6, row.input());
        });
    }

    private void reopen(List<Group.Reopened> reopened) throws SQLException {
        for (Group.Reopened row : reopened) {
            reopen.setLong(1, row.moment());
            reopen.setLong(2, row.execution());
            if (reopen.executeUpdate() != 1) {
                throw new IllegalStateException("execution " + row.execution() + " is not there, or has not ended");
            }
            putRedrive.setLong(1, row.execution());
            putRedrive.setBytes(2, row.redrive());
            putRedrive.executeUpdate();
        }
    }

    private void end(List<Group.Ended> ended) throws SQLException {
        for (Group.Ended row : ended) {
            end.setInt(1, row.status());
            end.setLong(2, row.moment());
            end.setLong(3, row.sequence());
            end.setBytes(4, row.ending());
            end.setLong(5, row.execution());
            if (end.executeUpdate() != 1) {
                throw new IllegalStateException("execution " + row.execution() + " is not there, or has ended already");
            }
        }
        notRunning.write(ended, 1, (row, statement, first) -> statement.setLong(first, row.execution()));
        noSnapshot.write(ended, 1, (row, statement, first) -> statement.setLong(first, row.execution()));
    }

    private void document(Group.DocumentKey key, byte @Nullable [] record) throws SQLException {
        PreparedStatement statement = record == null ? removeDocument : putDocument;
        statement.setString(1, key.collection());
        statement.setString(2, key.key());
        if (record != null) {
            statement.setBytes(3, record);
        }
        statement.executeUpdate();
    }

    /** Returns the same tables with other statements. */
    Tables renewed() throws SQLException {
        Tables tables = new Tables(connection);
        for (AutoCloseable old : List.of(
                transaction,
                executions,
                batches,
                running,
                snapshots,
                notRunning,
                noSnapshot,
                end,
                reopen,
                putRedrive,
                putDocument,
                removeDocument,
                definitions,
                machines)) {
            try {
                old.close();
            } catch (Exception e) {
                throw new SQLException("a statement could not be closed", e);
            }
        }
        return tables;
    }

    @Override
    public void inTransaction(Work work) throws SQLException {
        transaction.run(() -> work.run(connection));
    }

    @Override
    public void close() throws SQLException {
        connection.close(); // and with it all statements
    }

    /** A table of things that occur often, each with a number. */
    private final class Numbered implements AutoCloseable {
        private final Map<String, Long> known = new HashMap<>();
        private final Set<String> unsure = new TreeSet<>();
        private final PreparedStatement find;
        private final PreparedStatement insert;
        private final boolean hasText;

        Numbered(String table, String column) throws SQLException {
            this.hasText = table.equals("definition");
            this.find = connection.prepareStatement("SELECT id FROM " + table + " WHERE " + column + " = ?");
            this.insert = connection.prepareStatement(
                    "INSERT INTO " + table + " VALUES (NULL, ?" + (hasText ? ", ?)" : ")") + " RETURNING id");
        }

        long id(String name, Object key, @Nullable String text) throws SQLException {
            Long there = known.get(name);
            if (there != null) {
                return there;
            }
            find.setObject(1, key);
            try (ResultSet row = find.executeQuery()) {
                there = row.next() ? row.getLong(1) : null;
            }
            if (there == null) {
                insert.setObject(1, key);
                if (hasText) {
                    insert.setString(2, text);
                }
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    there = row.getLong(1);
                }
            }
            unsure.add(name);
            known.put(name, there);
            return there;
        }

        void keep() {
            unsure.clear();
            if (known.size() > MOST_KNOWN) {
                known.clear();
            }
        }

        void forget() {
            known.keySet().removeAll(unsure);
            unsure.clear();
        }

        @Override
        public void close() throws SQLException {
            find.close();
            insert.close();
        }
    }
}
