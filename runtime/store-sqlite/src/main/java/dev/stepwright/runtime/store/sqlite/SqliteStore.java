package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.store.Batch;
import dev.stepwright.runtime.store.DocumentStore;
import dev.stepwright.runtime.store.DurableStore;
import dev.stepwright.runtime.store.ExecutionHeader;
import dev.stepwright.runtime.store.ExecutionQuery;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.runtime.store.Redrive;
import dev.stepwright.runtime.store.Resumption;
import dev.stepwright.runtime.store.Snapshot;
import dev.stepwright.runtime.store.StoredExecution;
import dev.stepwright.runtime.store.sql.Recorder;
import dev.stepwright.runtime.store.sql.Records;
import dev.stepwright.runtime.store.sql.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
    private final ReaderPool readers;
    private final Records records;
    private final Recorder recorder;

    private SqliteStore(Path folder, SqliteSettings settings, StoreLock lock, Tables tables, ReaderPool readers) {
        this.folder = folder;
        this.lock = lock;
        this.tables = tables;
        this.readers = readers;
        this.writer = new Writer(folder, tables, new Retention(settings.retention(), settings.clock()));
        this.records = new Records(readers);
        this.recorder = new Recorder(folder.toString(), writer, records);
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
            return new SqliteStore(folder, settings, lock, new Tables(connection), new ReaderPool(database));
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
        return recorder.create(header, first);
    }

    @Override
    public CompletionStage<Void> append(String executionArn, List<Batch> batches) {
        return recorder.append(executionArn, batches);
    }

    @Override
    public CompletionStage<Void> reopen(String executionArn, Redrive redrive, Batch batch) {
        return recorder.reopen(executionArn, redrive, batch);
    }

    @Override
    public void keep(String executionArn, Snapshot snapshot) {
        recorder.keep(executionArn, snapshot);
    }

    @Override
    public Optional<StoredExecution> find(String executionArn) {
        return records.find(executionArn);
    }

    @Override
    public List<Batch> batches(String executionArn) {
        return records.batches(executionArn, 0);
    }

    @Override
    public List<Batch> batches(String executionArn, long after) {
        return records.batches(executionArn, after);
    }

    @Override
    public Resumption resumption(String executionArn) {
        return records.resumption(executionArn);
    }

    @Override
    public List<HistoryEntry> history(String executionArn, long afterId, int most) {
        return records.history(executionArn, afterId, most);
    }

    @Override
    public List<HistoryEntry> historyBefore(String executionArn, long beforeId, int most) {
        return records.historyBefore(executionArn, beforeId, most);
    }

    @Override
    public List<ExecutionSummary> list(ExecutionQuery query) {
        return records.list(query);
    }

    @Override
    public List<String> running() {
        return records.running();
    }

    /** {@inheritDoc} Checks all of them, which are few. */
    @Override
    public DocumentStore documents() {
        return recorder.documents();
    }

    /**
     * Checks all of the file: its structure, and every record against its checksum. Takes a while for a large store; meanwhile it can be used.
     *
     * @return what is wrong; empty if nothing is
     */
    public List<String> verify() {
        List<String> problems = new ArrayList<>(Damage.find(readers));
        problems.addAll(records.damage());
        return problems;
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
