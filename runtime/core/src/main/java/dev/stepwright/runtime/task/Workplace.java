package dev.stepwright.runtime.task;

import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an engine lends to those who do its tasks: threads that may be blocked, and its clock. */
public final class Workplace {
    /** After this time is tried again what a store could not take or tell. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private final ExecutorService threads;
    private final TimeSource time;

    /**
     * @param threads which whoever made them ends
     * @param time which whoever made it closes
     */
    public Workplace(ExecutorService threads, TimeSource time) {
        this.threads = threads;
        this.time = time;
    }

    /**
     * Has work done on a thread of its own. A virtual clock stands still until it is done.
     *
     * @param work may block; what it throws is lost
     * @return what interrupts the work; work that has not begun is not done any more
     * @throws RejectedExecutionException if the engine is closing
     */
    public Runnable start(Runnable work) {
        AtomicBoolean isTaken = new AtomicBoolean();
        time.workBegins();
        try {
            Future<?> future = threads.submit(() -> {
                if (isTaken.compareAndSet(false, true)) {
                    try {
                        work.run();
                    } finally {
                        time.workEnds();
                    }
                }
            });
            return () -> {
                future.cancel(true);
                if (isTaken.compareAndSet(false, true)) {
                    time.workEnds();
                }
            };
        } catch (RejectedExecutionException e) {
            time.workEnds();
            throw e;
        }
    }

    /**
     * Keeps a virtual clock still while somebody else works.
     *
     * @return what is called when the work is done; without effect the second time
     */
    public Runnable hold() {
        AtomicBoolean isHeld = new AtomicBoolean(true);
        time.workBegins();
        return () -> {
            if (isHeld.compareAndSet(true, false)) {
                time.workEnds();
            }
        };
    }

    /**
     * Has an action run after a time of the engine's clock.
     *
     * @param action must not block
     * @return what takes the action back; without effect if it has run
     */
    public Runnable after(Duration delay, Runnable action) {
        return time.after(delay, action)::cancel;
    }

    /** Returns the time by the engine's clock. */
    public Instant now() {
        return time.now();
    }
}
