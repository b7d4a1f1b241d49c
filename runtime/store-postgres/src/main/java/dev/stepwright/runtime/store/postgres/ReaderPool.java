package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.sql.Reader;
import dev.stepwright.runtime.store.sql.Readers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few connections that read, for whoever comes. What is read in one go is of one moment. */
final class ReaderPool implements Readers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final int MOST = 4;
    private static final long PAUSE_NANOS = 100_000_000;

    /** So long closing waits for those who read; then they are cut off. */
    private static final long CLOSING_SECONDS = 5;

    private final Database database;
    private final Duration patience;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    /** A query has failed. */
    private static final class FailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException reason;

        FailedException(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        SQLException reason() {
            return reason;
        }
    }

    ReaderPool(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * {@inheritDoc} Waits as well while the database cannot be reached.
     *
     * @throws IllegalStateException if the database does not answer for as long as the patience, or until the thread is interrupted; or if it
     *     refuses
     */
    @Override
    public <T> T read(Function<Reader, T> query) {
        long since = System.nanoTime();
        permits.acquireUninterruptibly();
        try {
            while (true) {
                try {
                    return tryToRead(query);
                } catch (SQLException e) {
                    if (!Database.isPassing(e)
                            || System.nanoTime() - since > patience.toNanos()
                            || Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException(
                                "the store in " + database.name() + " cannot be read: " + e.getMessage(), e);
                    }
                    closeIdle(); // they are from before, and broken as well
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        } finally {
            permits.release();
        }
    }

    private <T> T tryToRead(Function<Reader, T> query) throws SQLException {
        if (isClosed) {
            throw new IllegalStateException("the store in " + database.name() + " has been closed");
        }
        @Nullable Reader reader = idle.poll();
        if (reader == null) {
            reader = new Reader(connection(), FailedException::new);
        }
        inUse.add(reader.connection());
        try {
            T result = query.apply(reader);
            reader.connection().rollback(); // what is read next is of another moment
            idle.push(reader);
            if (isClosed) {
                closeIdle(); // closing may have waited for this one in vain
            }
            return result;
        } catch (FailedException e) {
            Database.discard(reader.connection());
            throw e.reason();
        } catch (SQLException | RuntimeException | Error e) {
            Database.discard(reader.connection());
            throw e;
        } finally {
            inUse.remove(reader.connection());
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = database.connect(patience.plusSeconds(1));
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException e) {
            Database.discard(connection);
            throw e;
        }
    }

    private void closeIdle() {
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            Database.discard(reader.connection());
        }
    }

    @Override
    public void close() {
        isClosed = true;
        if (!haveComeBack()) {
            LOG.warn("the store in {} is closed during a read, which is cut off", database.name());
            inUse.forEach(ReaderPool::cutOff);
        }
        closeIdle();
    }

    /** Returns whether, after a while, all that were in use have come back; whoever comes then is told that the store has been closed. */
    private boolean haveComeBack() {
        try {
            boolean areBack = permits.tryAcquire(MOST, CLOSING_SECONDS, TimeUnit.SECONDS);
            permits.release(areBack ? MOST : 0);
            return areBack;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void cutOff(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.warn("a reading connection could not be closed", e);
        }
    }
}
