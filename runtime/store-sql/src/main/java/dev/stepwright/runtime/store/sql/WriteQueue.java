package dev.stepwright.runtime.store.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written, in its order, and whose turn it is to write: that of the one thread that waits for it, or of one that comes while that
 * has nothing to do.
 */
public final class WriteQueue {
    /** So many writes, or so many bytes, share a commit at most: more would make the first of them wait for too long. */
    private static final int MOST_WRITES = 1_024;

    private static final int MOST_BYTES = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasChanged = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    /** Why nothing is taken any more. */
    private @Nullable RuntimeException closed;
    /** Whether somebody has the turn. */
    private boolean isBusy;
    /** Whether the thread waits only for whoever has the turn. */
    private boolean isTurnAwaited;

    private record Waiting(Write write, long since) {}

    /** Adds something, or fails it if the queue has been closed. */
    public void add(Write write) {
        RuntimeException reason;
        lock.lock();
        try {
            reason = closed;
            if (reason == null) {
                queue.add(new Waiting(write, System.nanoTime()));
                if (queue.size() == 1 && !isBusy) {
                    hasChanged.signalAll();
                }
                return;
            }
        } finally {
            lock.unlock();
        }
        write.fail(reason);
    }

    /** Takes the turn if nobody has it and nothing waits; to be given back by {@link #endTurn}. */
    public boolean takeTurn() {
        lock.lock();
        try {
            boolean isFree = closed == null && !isBusy && queue.isEmpty();
            isBusy |= isFree;
            return isFree;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for something to write for so long at most, and for the turn, which it takes.
     *
     * @return nothing after that time, or when the queue has been closed
     */
    public List<Write> next(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (isBusy || queue.isEmpty() && closed == null && left > 0) {
                isTurnAwaited = left <= 0;
                if (left > 0) {
                    left = await(left);
                } else {
                    await(Long.MAX_VALUE);
                }
            }
            isTurnAwaited = false;
            isBusy = true;
            return some();
        } finally {
            lock.unlock();
        }
    }

    private List<Write> some() {
        List<Write> some = new ArrayList<>(
                Math.min(MOST_WRITES, queue.size())); // it does not grow while it has what nobody else has
        int bytes = 0;
        while (!queue.isEmpty() && some.size() < MOST_WRITES && bytes < MOST_BYTES) {
            Write write = queue.remove().write;
            bytes += write.bytes();
            some.add(write);
        }
        return some;
    }

    /** Gives the turn back. */
    public void endTurn() {
        lock.lock();
        try {
            isBusy = false;
            if (!queue.isEmpty() || closed != null || isTurnAwaited) {
                hasChanged.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // those who call it do so in a loop
    private long await(long nanos) {
        try {
            return hasChanged.awaitNanos(nanos);
        } catch (InterruptedException e) {
            return nanos; // the writing thread ends only when the store is closed
        }
    }

    /** Waits for so long, or until the queue is closed. */
    public void pause(long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (closed == null && left > 0) {
                left = await(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Fails what has waited for longer than that. */
    public void failOlderThan(long nanos, RuntimeException reason) {
        for (Write write = olderThan(nanos); write != null; write = olderThan(nanos)) {
            write.fail(reason);
        }
    }

    private @Nullable Write olderThan(long nanos) {
        lock.lock();
        try {
            Waiting first = queue.peek();
            return first != null && System.nanoTime() - first.since >= nanos ? queue.remove().write : null;
        } finally {
            lock.unlock();
        }
    }

    /** Has whatever comes from now on fail; what waits already stays. */
    public void close(RuntimeException reason) {
        lock.lock();
        try {
            if (closed == null) {
                closed = reason;
            }
            hasChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isClosed() {
        lock.lock();
        try {
            return closed != null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether nothing waits, and nothing will. */
    public boolean isOver() {
        lock.lock();
        try {
            return closed != null && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
