package dev.stepwright.runtime.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few connections that read, for whoever comes. */
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private final Database database;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    Readers(Database database) {
        this.database = database;
    }

    /** Has one of them read something; waits while all are in use. */
    <T> T read(Function<Reader, T> query) {
        permits.acquireUninterruptibly();
        try {
            if (isClosed) {
                throw new IllegalStateException(
                        "the store in " + database.file().getParent() + " has been closed");
            }
            @Nullable Reader reader = idle.poll();
            if (reader == null) {
                reader = new Reader(database.reader());
            }
            T result;
            try {
                result = query.apply(reader);
            } catch (RuntimeException e) {
                reader.close(); // a statement of it may still be open
                throw e;
            }
            idle.push(reader);
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("the store in " + database.file().getParent() + " cannot be read", e);
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() throws SQLException {
        isClosed = true;
        permits.acquireUninterruptibly(MOST); // until all that are in use have come back
        for (Reader reader : idle) {
            reader.close();
        }
        idle.clear();
        permits.release(MOST); // whoever comes is told
    }
}
