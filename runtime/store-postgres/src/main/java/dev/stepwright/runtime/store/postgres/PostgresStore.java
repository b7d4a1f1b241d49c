package dev.stepwright.runtime.store.postgres;

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
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.form.EndForm;
import dev.stepwright.runtime.store.form.HeaderForm;
import dev.stepwright.runtime.store.form.RedriveForm;
import dev.stepwright.runtime.store.sql.Batches;
import dev.stepwright.runtime.store.sql.DefinitionText;
import dev.stepwright.runtime.store.sql.Executions;
import dev.stepwright.runtime.store.sql.Reader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps executions in a schema of a PostgreSQL database, for services on several machines: one store writes, those that are opened beside it stand by
 * and take over when it is closed, killed, cut off or stands still. One that has been taken over can never write again, whatever it does: every
 * transaction makes sure of it.
 *
 * <p>A stage of {@link #create} or {@link #append} completes once the database has committed and flushed what was written; many executions share a
 * commit. That holds whatever {@code synchronous_commit} is: where it is {@code off}, the store switches it on for itself, since otherwise a
 * crash of the database would lose what was acknowledged in the fraction of a second before. What a failover of the database to
 * a replica may lose is up to {@code synchronous_standby_names}. Every record has a checksum; what is damaged is an {@link UnreadableException}.
 */
public final class PostgresStore implements DurableStore {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);

    private final Database database;
    private final Link link;
    private final Writer writer;
    private final ReaderPool readers;
    private final Executions executions = new Executions();
    private final DefinitionText.Known definitions = new DefinitionText.Known();
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong lastExecution;

    private PostgresStore(Database database, PostgresSettings settings, Link link, ReaderPool readers) {
        this.database = database;
        this.link = link;
        this.readers = readers;
        this.writer = new Writer(link, new Retention(settings.retention(), settings.clock()), settings);
        this.lastExecution = new AtomicLong(
                readers.read(reader -> reader.one("SELECT coalesce(max(id), 0) FROM execution", rs -> rs.getLong(1))
                        .orElse(0L)));
        writer.start();
    }

    /** Opens the store at a URL with the default settings, as {@link #open(String, PostgresSettings)}. */
    public static PostgresStore open(String url) {
        return open(url, PostgresSettings.DEFAULT);
    }

    /**
     * Opens the store in a database. While another one is open there, this waits; see {@link Failover}.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://host:5432/database?user=name}; a password is better kept in the file that
     *     {@code PGPASSFILE} names
     * @throws IllegalStateException if the wait has come to its bound, the database cannot be reached or may lose what it has
     *     committed, the role lacks a right, or the tables are of a later version
     */
    public static PostgresStore open(String url, PostgresSettings settings) {
        return open(Database.at(url, settings.schema()), settings, Schema.of(settings.schema()));
    }

    /**
     * Opens the store in a database, as {@link #open(String, PostgresSettings)}.
     *
     * @param source gives up to seven connections that keep their settings from one transaction to the next: of PostgreSQL itself, or of a pool
     *     in session mode
     */
    public static PostgresStore open(DataSource source, PostgresSettings settings) {
        Database database = new Database(source, "a PostgreSQL database", settings.schema());
        return open(database, settings, Schema.of(settings.schema()));
    }

    /** @param schema what makes the tables; another than the usual for tests */
    static PostgresStore open(Database database, PostgresSettings settings, Schema schema) {
        Ownership ownership = Ownership.of(settings.failover());
        @Nullable Link link = null;
        ReaderPool readers = new ReaderPool(database, settings.patience());
        try {
            Session session = new StandBy(database, schema, ownership, settings).session();
            link = new Link(database, ownership, session);
            session.inTransaction(schema::upgrade);
            return new PostgresStore(database, settings, link, readers);
        } catch (SQLException e) {
            giveUp(link, readers);
            throw new IllegalStateException(
                    "the store in " + database.name() + " cannot be opened: " + schema.reason(e), e);
        } catch (RuntimeException e) {
            giveUp(link, readers);
            throw e;
        }
    }

    private static void giveUp(@Nullable Link link, ReaderPool readers) {
        readers.close();
        try {
            if (link != null) {
                link.release();
            }
        } catch (SQLException e) {
            LOG.warn("the store in {} could not be given back", link.name(), e);
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
        writer.submit(new Write(
                group -> {
                    group.create(row);
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
                    "no execution " + executionArn + " is running in the store in " + database.name()));
        }
        long first = batches.get(0).sequence();
        Batch last = batches.get(batches.size() - 1);
        long next = execution.take(first, last.sequence());
        if (next != first) {
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, first));
        }
        List<Group.BatchRow> rows =
                batches.stream().map(batch -> row(execution, batch)).toList();
        writer.submit(new Write(
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
            return CompletableFuture.failedFuture(new IllegalStateException(
                    "no execution " + executionArn + " has ended in the store in " + database.name()));
        }
        long next = mine.take(batch.sequence(), batch.sequence());
        if (next != batch.sequence()) {
            open.remove(executionArn, mine);
            return CompletableFuture.failedFuture(new StaleSequenceException(executionArn, next, batch.sequence()));
        }
        Group.BatchRow row = row(mine, batch);
        Group.Reopened reopened =
                new Group.Reopened(mine.id, redrive.time().toEpochMilli(), RedriveForm.write(redrive));
        writer.submit(new Write(
                group -> {
                    group.reopen(reopened);
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
        Group.BatchRow row = rows.get(rows.size() - 1);
        ExecutionEnd end = last.end();
        Group.@Nullable Ended ended = end == null
                ? null
                : new Group.Ended(
                        row.execution(),
                        EndForm.number(end.status()),
                        end.time().toEpochMilli(),
                        row.sequence(),
                        EndForm.write(end),
                        execution.redrives());
        group.advance(rows, ended);
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

    /** {@inheritDoc} While the database cannot be reached nothing new should begin. */
    @Override
    public boolean isFull() {
        return writer.isCut();
    }

    @Override
    public CompletionStage<StoreLostException> lost() {
        return writer.lost();
    }

    /**
     * Checks every record against its checksum. Takes a while for a large store; meanwhile it can be used.
     *
     * @return what is wrong; empty if nothing is
     */
    public List<String> verify() {
        return Damage.find(readers, executions);
    }

    String schema() {
        return database.schema();
    }

    /**
     * Removes executions whose retention is over now. The store does so by itself whenever it has had nothing to write for a minute.
     *
     * @return how many have been removed since the store was opened
     */
    public int removeExpired() {
        return writer.removeExpired();
    }

    /** Writes what has been submitted, gives the store to whoever stands by, and closes the connections. */
    @Override
    public void close() {
        writer.close();
        readers.close();
        try {
            link.release();
        } catch (SQLException e) {
            LOG.warn(
                    "the store in {} could not be given back; whoever stands by waits a little longer", link.name(), e);
        }
    }
}
