package dev.stepwright.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when it is told to, or, made by {@link #automatic}, whenever nothing else is going on: a year of
 * waiting takes milliseconds. What is due at the same time runs in the order in which it was asked for.
 */
public final class VirtualTime implements TimeSource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final boolean automatic;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private Instant now;
    private long number;
    private int work;
    private int running;
    private boolean closed;

    private VirtualTime(Instant start, boolean automatic) {
        this.now = start;
        this.automatic = automatic;
    }

    /** Returns a clock that jumps to the next thing due whenever the engine has no work in hand. */
    public static VirtualTime automatic(Instant start) {
        return new VirtualTime(start, true);
    }

    /** Returns a clock that stands still until {@link #pass} or {@link #advance} is called. */
    public static VirtualTime manual(Instant start) {
        return new VirtualTime(start, false);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        Entry entry;
        synchronized (this) {
            entry = new Entry(due, ++number, action);
            if (!closed) {
                entries.add(entry);
            }
        }
        runWhatIsDue();
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    /**
     * Lets time pass as it does outside: waits until the engine and its handlers have done all that is to be done at one time before the next comes, and
     * at the end. {@code pass(Duration.ZERO)} only waits. For tests of a {@link #manual} clock; not to be called by a handler or listener.
     *
     * @throws IllegalStateException if that takes longer than a minute by the clock of the machine, or the thread is interrupted: where a handler is to be
     *     held up, use {@link #advance}
     */
    public void pass(Duration by) {
        Instant end = now().plus(by);
        @Nullable Entry next;
        awaitIdle();
        while ((next = dueBy(end)) != null) {
            run(next);
            awaitIdle();
        }
        moveTo(end);
    }

    private synchronized void moveTo(Instant end) {
        now = now.isBefore(end) ? end : now;
    }

    private synchronized void awaitIdle() {
        long last = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (work > 0) {
                long left = last - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException(
                            "at " + now + " the engine has been at work for "
                                    + PATIENCE.toSeconds()
                                    + " s because a handler has not returned; if it waits on purpose, move the clock with advance");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the engine at " + now, e);
        }
    }

    private void workEnded() {
        work--;
        if (work == 0) {
            notifyAll();
        }
    }

    /**
     * Lets time pass at once. Actions that become due run on the calling thread, each at its own time; what the engine and its handlers make of them is
     * not waited for and comes at a later time: see {@link #pass}.
     */
    public void advance(Duration by) {
        Instant end = now().plus(by);
        @Nullable Entry next;
        while ((next = dueBy(end)) != null) {
            run(next);
        }
        moveTo(end);
    }

    /** Takes out what comes first, and counts it as work until it has run, so that no other thread moves the clock meanwhile. */
    private synchronized @Nullable Entry dueBy(Instant end) {
        Entry next = entries.peek();
        if (next == null || next.due.isAfter(end)) {
            return null;
        }
        entries.remove();
        work++;
        running++;
        now = next.due.isAfter(now) ? next.due : now;
        return next;
    }

    @Override
    public synchronized void workBegins() {
        work++;
    }

    @Override
    public void workEnds() {
        synchronized (this) {
            workEnded();
        }
        runWhatIsDue();
    }

    private void runWhatIsDue() {
        @Nullable Entry next;
        while ((next = next()) != null) {
            run(next);
        }
    }

    private void run(Entry entry) {
        try {
            entry.action.run();
        } finally {
            synchronized (this) {
                running--;
                workEnded();
            }
        }
    }

    /**
     * Returns what runs next: what is due now, or, while there is no work, what comes first. Nothing while something runs: whoever runs that asks for
     * the next, since another thread could be faster and change the order.
     */
    private synchronized @Nullable Entry next() {
        Entry next = entries.peek();
        if (next == null || running > 0) {
            return null;
        }
        boolean isTime = !next.due.isAfter(now) || automatic && work == 0;
        return isTime ? dueBy(next.due) : null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        entries.clear();
    }

    private record Entry(Instant due, long number, Runnable action) {}
}
