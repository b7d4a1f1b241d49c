package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ExecutionEnd;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.form.EndForm;
import dev.stepwright.runtime.store.form.HeaderForm;
import dev.stepwright.runtime.store.form.RedriveForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps executions in the SQLite file {@code stepwright.db} of a folder. A stage of {@link #create} or {@link #append} completes once the
 * disk has taken what was written (write-ahead log, {@code synchronous=FULL}); many executions share a commit. What cannot be written fails
 * the calls that it belongs to, and nothing else. Every record has a checksum; what is damaged is an {@link UnreadableException}.
 */
public final class SqliteStore implements DurableStore {
    private final Path folder;
    private final StoreLock lock;
    private final Tables tables;
    private final Writer writer;
    private final Readers readers;
    private final Retention retention;
    private final Executions executions = new Executions();
    private final DefinitionText.Known definitions = new DefinitionText.Known();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong lastExecution;

    private SqliteStore(Path folder, SqliteSettings settings, StoreLock lock, Tables tables, Readers readers)
            throws SQLException {
        this.folder = folder;
        this.lock = lock;
        this.tables = tables;
        this.readers = readers;
        this.retention = new Retention(settings.retention(), settings.clock());
        this.writer = new Writer(folder, tables, retention);
        try (Statement statement = tables.connection().createStatement()) {
            this.lastExecution = new AtomicLong(Schema.number(statement, "SELECT coalesce(max(id), 0) FROM execution"));
        }
        writer.start();
    }

    /** Opens the store in a folder with the default settings, as {@link #open(Path, SqliteSettings)}. */
    public static SqliteStore open(Path folder) {
        return open(folder, SqliteSettings.DEFAULT);
    }

    /**
     * Opens the store in a folder, which is made if it is not there.
     *
     * @throws IllegalStateException if it is open elsewhere, was written by a later version, is no store, or cannot be opened
     * @throws UnreadableException if it is damaged in a way that is noticed before anything is read
     */
    public static SqliteStore open(Path folder, SqliteSettings settings) {
        StoreLock lock = null;
        Connection connection = null;
        try {
            Files.createDirectories(folder);
            lock = StoreLock.take(folder);
            Database database = new Database(folder.resolve("stepwright.db"), settings.mostBytes());
            LogFile.check(folder.resolve("stepwright.db-wal"));
            connection = database.writer();
            Schema.migrate(connection, Schema.MIGRATIONS, settings.clock().instant());
            Damage.check(connection, Files.size(database.file()) <= settings.fullCheckBytes());
            return new SqliteStore(folder, settings, lock, new Tables(connection), new Readers(database));
        } catch (IOException | SQLException e) {
            close(connection, lock);
            throw new IllegalStateException("the store in " + folder + " cannot be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close(connection, lock);
            throw e;
        }
    }

    private static void close(@Nullable Connection connection, @Nullable StoreLock lock) {
        try (lock) {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the store could be neither opened nor closed", e);
        }
    }

    @Override
    public CompletionStage<Optional<StoredExecution>> create(ExecutionHeader header, Batch first) {
        String arn = header.identity().arn();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open mine = new Open(lastExecution.incrementAndGet(), first.sequence(), done);
        Open there = open.putIfAbsent(arn, mine);
        if (there != null) {
            return there.created.thenApply(created -> find(arn));
        }
        Optional<StoredExecution> existing = find(arn);
        if (existing.isPresent()) {
            open.remove(arn, mine);
            return CompletableFuture.completedFuture(existing);
        }
        Group.NewExecution row = new Group.NewExecution(
                mine.id,
                arn,
                header.identity().machineArn(),
                header.identity().startTime().toEpochMilli(),
                definitions.of(header.definition()),
                HeaderForm.identity(header.identity()),
                HeaderForm.input(header));
        Group.BatchRow batch = row(mine, first);
        writer.writeOrSubmit(new Write(
                group -> {
                    group.executions.add(row);
                    add(group, mine, List.of(batch), first);
                },
                () -> open.remove(arn, mine),
                row.input().length + batch.record().length,
                done));
        return done.thenApply(nothing -> {
            forgetEnded(arn, mine, first);
            return Optional.empty();
        });
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open execution = running(executionArn);
        if (execution == null) {
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "no execution " + executionArn + " is running in the store in " + folder));
        }
        long first = batches.get(0).sequence();
        Batch last = batches.get(batches.size() - 1);
        long next = execution.take(first, last.sequence());
        if (next != first) {
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, first));
        }
        List<Group.BatchRow> rows =
                batches.stream().map(batch -> row(execution, batch)).toList();
        writer.writeOrSubmit(new Write(
                group -> add(group, execution, rows, last),
                () -> execution.giveBack(first),
                rows.stream().mapToInt(row -> row.record().length).sum(),
                done));
        return last.end() == null ? done : done.thenRun(() -> forgetEnded(executionArn, execution, last));
    }

    @Override
    public CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Open mine = readers.read(reader -> executions
                .row(reader, executionArn)
                .filter(row -> row.end() != null)
                .map(row -> open(reader, row, done).redriven(redrive.count()))
                .orElse(null));
        if (mine == null || open.putIfAbsent(executionArn, mine) != null) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("no execution " + executionArn + " has ended in the store in " + folder));
        }
        long next = mine.take(batch.sequence(), batch.sequence());
        if (next != batch.sequence()) {
            open.remove(executionArn, mine);
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, batch.sequence()));
        }
        Group.BatchRow row = row(mine, batch);
        Group.Reopened reopened =
                new Group.Reopened(mine.id, redrive.time().toEpochMilli(), RedriveForm.write(redrive));
        writer.writeOrSubmit(new Write(
                group -> {
                    group.reopened.add(reopened);
                    add(group, mine, List.of(row), batch);
                },
                () -> open.remove(executionArn, mine),
                row.record().length,
                done));
        return done.thenRun(() -> forgetEnded(executionArn, mine, batch));
    }

    private static Open open(Reader reader, Executions.Row row, CompletableFuture<Void> created) {
        Redrive redrive = row.redrive();
        return new Open(row.id(), row.sequence(), created)
                .redriven(redrive == null ? 0 : redrive.count())
                .after(Batches.lastEvent(reader, row.id()));
    }

    private static Group.BatchRow row(Open execution, Batch batch) {
        long lastEvent = execution.lastEvent(batch);
        byte[] record = Batches.sealed(execution.id, batch, lastEvent);
        return new Group.BatchRow(execution.id, batch.sequence(), lastEvent, record);
    }

    private static void add(Group group, Open execution, List<Group.BatchRow> rows, Batch last) {
        group.batches.addAll(rows);
        Group.BatchRow row = rows.get(rows.size() - 1);
        ExecutionEnd end = last.end();
        if (end == null) {
            group.running.put(row.execution(), new Group.RunningRow(row.execution(), row.sequence()));
        } else {
            group.end(new Group.Ended(
                    row.execution(),
                    EndForm.number(end.status()),
                    end.time().toEpochMilli(),
                    row.sequence(),
                    EndForm.write(end),
                    execution.redrives()));
        }
    }

    private void forgetEnded(String arn, Open execution, Batch batch) {
        if (batch.end() != null) {
            open.remove(arn, execution);
        }
    }

    /** Returns what is needed for appending to an execution; null if none of that ARN is running. */
    private @Nullable Open running(String arn) {
        Open known = open.get(arn);
        if (known != null) {
            return known;
        }
        return open.computeIfAbsent(
                arn,
                key -> readers.read(reader -> executions
                        .row(reader, key)
                        .filter(row -> row.end() == null)
                        .map(row -> open(reader, row, CompletableFuture.completedFuture(null)))
                        .orElse(null)));
    }

    @Override
    public void keep(String executionArn, Snapshot snapshot) {
        Open execution = open.get(executionArn);
        OptionalInt mark = execution == null ? OptionalInt.empty() : execution.mark(snapshot.sequence());
        if (execution != null && mark.isPresent()) {
            byte[] record = Batches.sealed(execution.id, snapshot);
            Group.SnapshotRow row = new Group.SnapshotRow(execution.id, snapshot.sequence(), record);
            writer.submit(new Write(
                    group -> {
                        // a state after a batch that could not be written never was, even if another has its place by
                        // now
                        if (execution.mark(snapshot.sequence()).equals(mark)) {
                            group.snapshots.put(execution.id, row);
                        }
                    },
                    () -> {},
                    record.length,
                    new CompletableFuture<>()));
        }
    }

    @Override
    public Optional<StoredExecution> find(String executionArn) {
        return readers.read(reader -> executions.find(reader, executionArn));
    }

    @Override
    public List<Batch> batches(String executionArn) {
        return batches(executionArn, 0);
    }

    @Override
    public List<Batch> batches(String executionArn, long after) {
        return readers.read(reader -> executions
                .row(reader, executionArn)
                .map(row -> Batches.after(reader, row, after))
                .orElse(List.of()));
    }

    @Override
    public Resumption resumption(String executionArn) {
        return readers.read(reader -> executions
                .row(reader, executionArn)
                .map(row -> Batches.resumption(reader, row))
                .orElse(new Resumption(null, List.of())));
    }

    @Override
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return readers.read(reader -> executions
                .row(reader, executionArn)
                .map(row -> Batches.history(reader, row, afterId, most))
                .orElse(List.of()));
    }

    @Override
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return readers.read(reader -> executions
                .row(reader, executionArn)
                .map(row -> Batches.historyBefore(reader, row, beforeId, most))
                .orElse(List.of()));
    }

    @Override
    public List<ExecutionSummary> list(ExecutionQuery query) {
        return readers.read(reader -> executions.list(reader, query));
    }

    @Override
    public List<String> running() {
        return readers.read(executions::running);
    }

    /** {@inheritDoc} Checks all of them, which are few. */
    @Override
    public DocumentStore documents() {
        readers.read(reader -> {
            Documents.check(reader);
            return true;
        });
        return new Documents(writer, readers);
    }

    /**
     * Checks all of the file: its structure, and every record against its checksum. Takes a while for a large store; meanwhile it can be used.
     *
     * @return what is wrong; empty if nothing is
     */
    public List<String> verify() {
        return readers.read(reader -> Damage.find(reader, executions));
    }

    /**
     * Removes executions whose retention is over now. The store does so by itself whenever it has had nothing to write for a minute.
     *
     * @return how many have been removed since the store was opened
     */
    public int removeExpired() {
        return writer.removeExpired();
    }

    /** Writes what has been submitted and closes the file. */
    @Override
    public void close() {
        writer.close();
        try (lock) {
            readers.close();
            tables.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the store in " + folder + " could not be closed cleanly", e);
        }
    }
}
