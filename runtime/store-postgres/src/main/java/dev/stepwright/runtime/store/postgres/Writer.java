package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.StaleSequenceException;
import dev.stepwright.runtime.store.StoreLostException;
import dev.stepwright.runtime.store.sql.Group;
import dev.stepwright.runtime.store.sql.Outage;
import dev.stepwright.runtime.store.sql.Retention;
import dev.stepwright.runtime.store.sql.Write;
import dev.stepwright.runtime.store.sql.WriteQueue;
import dev.stepwright.runtime.store.sql.Writes;
import dev.stepwright.runtime.store.sql.WritingThread;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. It commits whatever has come together while the commit before was under way, and gives the signs of life of
 * whoever owns the store. While the database cannot be reached it tries again; what it had sent is written once, whether the commit whose answer
 * was lost has happened or not.
 */
final class Writer implements Writes, Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** So much that is expired is removed between two commits, or as much as was written with the one before. */
    private static final int FEW = 500;

    private final Link link;
    private final Retention retention;
    private final PostgresSettings settings;
    private final WritingThread thread;
    private final WriteQueue queue;
    private final Outage outage;

    /** The database could not be reached for as long as the patience, and nothing has been sent to it. */
    private static final class UnsentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsentException(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The database has not come back before the store was closed. */
    private static final class GivenUpException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        GivenUpException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Writer(Link link, Retention retention, PostgresSettings settings) {
        this.link = link;
        this.retention = retention;
        this.settings = settings;
        this.thread = new WritingThread(LOG, link.name(), this);
        this.queue = thread.queue();
        this.outage = new Outage(LOG, link.name());
    }

    void start() {
        thread.start();
    }

    /** Completes when somebody else has taken the store, or nothing can be written to it any more. */
    CompletableFuture<StoreLostException> lost() {
        return thread.lost();
    }

    /** Returns whether the database cannot be reached just now. */
    boolean isCut() {
        return link.isCut();
    }

    @Override
    public void submit(Write write) {
        queue.add(write);
    }

    @Override
    public void run() {
        boolean isMoreExpired = false;
        List<Write> some = List.of();
        try {
            while (!queue.isOver()) {
                some = queue.next(isMoreExpired ? 0 : link.untilPulse());
                if (!some.isEmpty()) {
                    write(some);
                }
                link.pulse();
                isMoreExpired = retention.isDue() && sweep(Math.max(FEW, some.size()));
                queue.endTurn();
            }
        } catch (StoreLostException e) {
            thread.lose(some, e);
        } catch (GivenUpException e) {
            thread.fail(some, e);
        } catch (RuntimeException | Error e) {
            thread.stop(some, e);
        }
    }

    /** Commits all together; if that is not possible, each by itself, so that only those fail that cannot be written. */
    private void write(List<Write> writes) {
        try {
            Group group = new Group();
            writes.forEach(write -> write.addTo(group));
            commit(group);
        } catch (StoreLostException | GivenUpException e) {
            throw e; // all are told, those after them too
        } catch (UnsentException e) {
            writes.forEach(write -> write.fail(outage.failure(e)));
            return;
        } catch (SQLException | RuntimeException | Error e) { // of whatever kind: somebody waits for each of them
            List<Write> left = writes.stream().filter(Write::isAwaited).toList();
            if (left.size() == 1) {
                left.get(0).fail(e instanceof StaleSequenceException stale ? stale : outage.failure(e));
            } else {
                left.forEach(this::writeAlone);
            }
            return;
        }
        writes.forEach(write -> write.done().complete(null)); // before anything that could be thrown at what is written
        outage.isOver();
    }

    private void writeAlone(Write write) {
        write(List.of(write));
        link.pulse();
    }

    /** Commits a group, over as many connections as it takes. After a failure nothing of it is there. */
    private void commit(Group group) throws SQLException {
        long since = System.nanoTime();
        boolean hasThrown = false;
        while (true) {
            long begin = System.nanoTime();
            @Nullable Session session = link.session();
            try {
                if (session == null) {
                    session = link.resume();
                }
                session.commit(group);
                link.confirmIfSlow(session, begin);
                return;
            } catch (SQLException e) {
                if (!link.isBroken(e)) {
                    if (Database.isCancelled(e) && isThere(group, since, e)) {
                        return;
                    }
                    throw e;
                }
                link.cut(e);
                if (session == null) {
                    waitUnsent(since, e);
                } else if (isThere(group, since, e)) {
                    return;
                }
            } catch (StoreLostException | StaleSequenceException e) {
                throw e;
            } catch (RuntimeException | Error e) { // it may have come after the commit, or in the midst of an answer
                link.cut(e);
                if (session != null && isThere(group, since, e)) {
                    return;
                }
                if (hasThrown) {
                    throw e;
                }
                hasThrown = true;
            }
        }
    }

    /** Finds out whether a group has been committed whose answer was lost, over as many connections as it takes. */
    private boolean isThere(Group group, long since, Throwable lost) {
        Throwable reason = lost;
        while (true) {
            @Nullable Session session = link.session();
            if (session == null) {
                waitInDoubt(since, reason);
            }
            try {
                return (session == null ? link.resume() : session).contains(group);
            } catch (StoreLostException e) {
                throw e;
            } catch (SQLException | RuntimeException | Error e) { // of whatever kind: it does not tell
                link.cut(e);
                reason = e;
            }
        }
    }

    /** Lets a moment pass. What has not been sent yet does not wait for longer than the patience. */
    private void waitUnsent(long since, SQLException reason) {
        if (isPatienceOver(since, reason)) {
            throw new UnsentException(reason);
        }
        pause();
    }

    /** Lets a moment pass. What may have been written waits as long as the store is open. */
    private void waitInDoubt(long since, Throwable reason) {
        if (isPatienceOver(since, reason) && queue.isClosed()) {
            throw new GivenUpException(
                    "the store in " + link.name() + " was closed while the database could not be reached ("
                            + reason.getMessage() + "); what was under way may have been written or not",
                    reason);
        }
        pause();
    }

    /** Returns whether something has waited for longer than the patience; what has in the queue fails. */
    private boolean isPatienceOver(long since, Throwable reason) {
        long patience = settings.patience().toNanos();
        queue.failOlderThan(patience, outage.failure(reason));
        return System.nanoTime() - since > patience;
    }

    private void pause() {
        queue.pause(settings.failover().pulse().toNanos() / 4);
    }

    /** Has the thread remove all that is expired, and returns how many executions that were since it was started. */
    int removeExpired() {
        return retention.removeAll(this, () -> {
            link.pulse();
            return sweep(FEW);
        });
    }

    /** Removes some of what is expired; returns whether there is more. */
    private boolean sweep(int most) {
        @Nullable Session session = link.session();
        try {
            return session != null && retention.sweep(session, most);
        } catch (SQLException e) {
            LOG.warn(
                    "the store in {} could not remove executions past their retention; it tries again: {}",
                    link.name(),
                    e.getMessage());
            if (link.isBroken(e)) {
                link.cut(e);
            }
            return false;
        }
    }

    /** Writes what has been submitted, then ends the thread. */
    @Override
    public void close() {
        thread.close();
    }
}
