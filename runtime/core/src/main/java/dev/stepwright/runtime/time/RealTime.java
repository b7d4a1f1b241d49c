package dev.stepwright.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time as the machine's clock tells it, with one daemon thread that waits for what is due. */
public final class RealTime implements TimeSource {
    /** The longest single sleep; a longer wait is slept in pieces, so that a clock that is set is noticed within an hour. */
    private static final Duration NAP = Duration.ofHours(1);

    private final Clock clock;
    private final ScheduledThreadPoolExecutor sleeper;

    public RealTime() {
        this(Clock.systemUTC());
    }

    /** Returns a time source that reads a clock of yours. */
    public RealTime(Clock clock) {
        this.clock = clock;
        this.sleeper = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "stepwright-timer");
            thread.setDaemon(true);
            return thread;
        });
        sleeper.setRemoveOnCancelPolicy(true);
        sleeper.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        Sleep sleep = new Sleep(due, action);
        sleep.goOn();
        return sleep;
    }

    @Override
    public void close() {
        sleeper.shutdownNow();
        try {
            sleeper.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Sleep implements Alarm, Runnable {
        private final Instant due;
        private final Runnable action;
        private boolean cancelled;
        private @Nullable Future<?> nap;

        Sleep(Instant due, Runnable action) {
            this.due = due;
            this.action = action;
        }

        synchronized void goOn() {
            if (cancelled) {
                return;
            }
            Duration left = Duration.between(now(), due);
            Duration next = left.compareTo(NAP) > 0 ? NAP : left;
            try {
                nap = sleeper.schedule(this, Math.max(0, next.toNanos()), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                if (!sleeper.isShutdown()) {
                    throw e;
                }
                cancelled = true; // closed: nothing that is still waiting will run
            }
        }

        @Override
        public void run() {
            if (now().isBefore(due)) {
                goOn();
            } else {
                action.run();
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (nap != null) {
                nap.cancel(false);
            }
        }
    }
}
