package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.sql.Reader;
import dev.stepwright.runtime.store.sql.Readers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** A few connections that read, for whoever comes. */
final class ReaderPool implements Readers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final int MOST = 4;

    /** So long closing waits for those who read; then they are cut off, and once more after each pause: between two statements nothing is. */
    private static final long CLOSING_MILLIS = 5_000;

    private static final long PAUSE_MILLIS = 50;

    private final Database database;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> inUse = Collections.synchronizedSet(new HashSet<>());
    private volatile boolean isClosed;

    ReaderPool(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(Function<Reader, T> query) {
        permits.acquireUninterruptibly();
        try {
            if (isClosed) {
                throw closed();
            }
            @Nullable Reader reader = idle.poll();
            if (reader == null) {
                reader = new Reader(database.reader(), this::unreadable);
            }
            T result;
            try {
                result = ask(reader, query);
            } catch (RuntimeException | Error e) {
                reader.connection().close(); // a statement of it may still be open
                throw e;
            }
            idle.push(reader);
            return result;
        } catch (SQLException e) {
            throw notRead(e);
        } finally {
            permits.release();
        }
    }

    private <T> T ask(Reader reader, Function<Reader, T> query) {
        inUse.add(reader.connection());
        try {
            return query.apply(reader);
        } finally {
            inUse.remove(reader.connection());
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("the store in " + database.file().getParent() + " has been closed");
    }

    private IllegalStateException notRead(SQLException reason) {
        return new IllegalStateException(
                "the store in " + database.file().getParent() + " cannot be read: " + reason.getMessage(), reason);
    }

    /** What SQLite cannot read in a file that it has opened is damaged, unless it was cut off, kept waiting or out of memory. */
    private RuntimeException unreadable(SQLException reason) {
        return switch (SQLiteErrorCode.getErrorCode(reason.getErrorCode())) {
            case SQLITE_INTERRUPT -> closed();
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM -> notRead(reason);
            default -> {
                UnreadableException unreadable =
                        new UnreadableException("the store cannot be read: " + reason.getMessage());
                unreadable.initCause(reason);
                yield unreadable;
            }
        };
    }

    @Override
    public void close() throws SQLException {
        isClosed = true;
        awaitReaders();
        for (Reader reader : idle) {
            reader.connection().close();
        }
        idle.clear();
        permits.release(MOST); // whoever comes is told
    }

    /** Waits until all that are in use have come back. */
    private void awaitReaders() throws SQLException {
        boolean isInterrupted = false;
        long patience = CLOSING_MILLIS;
        while (!permits.tryAcquire(MOST)) {
            try {
                if (permits.tryAcquire(MOST, patience, TimeUnit.MILLISECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
            if (patience == CLOSING_MILLIS) {
                LOG.warn(
                        "the store in {} is closed during a read, which is cut off",
                        database.file().getParent());
            }
            patience = PAUSE_MILLIS;
            cutOff();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutOff() throws SQLException {
        synchronized (inUse) { // none of them is closed meanwhile
            for (Connection connection : inUse) {
                connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
            }
        }
    }
}
