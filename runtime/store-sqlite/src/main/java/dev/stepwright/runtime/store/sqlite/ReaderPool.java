package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.binary.UnreadableException;
import dev.stepwright.runtime.store.sql.Reader;
import dev.stepwright.runtime.store.sql.Readers;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A few connections that read, for whoever comes. */
final class ReaderPool implements Readers, AutoCloseable {
    private static final int MOST = 4;

    private final Database database;
    private final Semaphore permits = new Semaphore(MOST);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    ReaderPool(Database database) {
        this.database = database;
    }

    @Override
    public <T> T read(Function<Reader, T> query) {
        permits.acquireUninterruptibly();
        try {
            if (isClosed) {
                throw new IllegalStateException(
                        "the store in " + database.file().getParent() + " has been closed");
            }
            @Nullable Reader reader = idle.poll();
            if (reader == null) {
                reader = new Reader(database.reader(), ReaderPool::unreadable);
            }
            T result;
            try {
                result = query.apply(reader);
            } catch (RuntimeException | Error e) {
                reader.connection().close(); // a statement of it may still be open
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

    /** What SQLite cannot read in a file that it has opened is damaged. */
    private static UnreadableException unreadable(SQLException reason) {
        UnreadableException unreadable = new UnreadableException("the store cannot be read: " + reason.getMessage());
        unreadable.initCause(reason);
        return unreadable;
    }

    @Override
    public void close() throws SQLException {
        isClosed = true;
        permits.acquireUninterruptibly(MOST); // until all that are in use have come back
        for (Reader reader : idle) {
            reader.connection().close();
        }
        idle.clear();
        permits.release(MOST); // whoever comes is told
    }
}
