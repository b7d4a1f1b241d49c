package dev.stepwright.runtime.store.postgres;

import dev.stepwright.runtime.store.sql.Write;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What waits to be written, in its order. */
final class WriteQueue {
    /** So many writes, or so many bytes, share a commit at most: more would make the first of them wait for too long. */
    private static final int MOST_WRITES = 1_024;

    private static final int MOST_BYTES = 8 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasChanged = lock.newCondition();
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    private @Nullable RuntimeException closed;

    private record Waiting(Write write, long since) {}

    /** Adds something, or fails it if the queue has been closed. */
    void add(Write write) {
        RuntimeException reason;
        lock.lock();
        try {
            reason = closed;
            if (reason == null) {
                queue.add(new Waiting(write, System.nanoTime()));
                if (queue.size() == 1) {
                    hasChanged.signalAll();
                }
                return;
            }
        } finally {
            lock.unlock();
        }
        write.fail(reason);
    }

    /** Waits for something to write for so long at most; returns nothing after that, or when the queue has been closed. */
    List<Write> next(long nanos) {
        List<Write> some;
        lock.lock();
        try {
            long left = nanos;
            while (queue.isEmpty() && closed == null && left > 0) {
                left = await(left);
            }
            some = new ArrayList<>(
                    Math.min(MOST_WRITES, queue.size())); // it does not grow while it has what nobody else has
            int bytes = 0;
            while (!queue.isEmpty() && some.size() < MOST_WRITES && bytes < MOST_BYTES) {
                Write write = queue.remove().write;
                bytes += write.bytes();
                some.add(write);
            }
        } finally {
            lock.unlock();
        }
        return some;
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
    void pause(long nanos) {
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
    void failOlderThan(long nanos, RuntimeException reason) {
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
    void close(RuntimeException reason) {
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

    boolean isClosed() {
        lock.lock();
        try {
            return closed != null;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether nothing waits, and nothing will. */
    boolean isOver() {
        lock.lock();
        try {
            return closed != null && queue.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
