package dev.stepwright.runtime.store.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few connections that read, for whoever comes. What is read in one go is of one moment. */
final class Readers implements AutoCloseable {
    private static final int MOST = 4;
    private static final long PAUSE_NANOS = 100_000_000;

    private final Database database;
    private final Duration patience;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    Readers(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /**
     * Has one of them read something; waits while all are in use, or the database cannot be reached.
     *
     * @throws IllegalStateException if the database does not answer for as long as the patience, or refuses
     */
    <T> T read(Function<Reader, T> query) {
        permits.acquireUninterruptibly();
        try {
            long since = System.nanoTime();
            while (true) {
                try {
                    return tryToRead(query);
                } catch (SQLException e) {
                    if (!Database.isPassing(e) || System.nanoTime() - since > patience.toNanos()) {
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
            reader = new Reader(database.connect(patience.plusSeconds(1)));
        }
        try {
            T result = query.apply(reader);
            reader.end();
            idle.push(reader);
            return result;
        } catch (Reader.FailedException e) {
            reader.close();
            throw e.reason();
        } catch (SQLException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private void closeIdle() {
        for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
            reader.close();
        }
    }

    @Override
    public void close() {
        isClosed = true;
        permits.acquireUninterruptibly(MOST); // until all that are in use have come back
        closeIdle();
        permits.release(MOST); // whoever comes is told
    }
}
