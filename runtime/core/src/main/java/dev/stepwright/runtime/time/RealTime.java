package dev.stepwright.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time as the machine's clock tells it, to the millisecond, with one daemon thread that waits for what is due. A million may wait: each
 * costs one small object.
 */
public final class RealTime implements TimeSource {
    private static final Logger LOG = LoggerFactory.getLogger(RealTime.class);

    /** The longest single sleep: after so long it is noticed that the clock was set, or that the machine has stood still. */
    private static final Duration NAP = Duration.ofSeconds(10);

    /** So many are taken out at once; between them others may add and cancel. */
    private static final int AT_ONCE = 64;

    private static final long PATIENCE_MILLIS = 5_000;

    private static final Alarm NONE = () -> {};

    private final Clock clock;
    private final @Nullable LongSupplier nanoseconds;
    private final ClockJumps jumps = new ClockJumps();
    private final Duration nap;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AlarmQueue alarms = new AlarmQueue();
    private final Consumer<AlarmQueue.Entry> canceller = this::cancel;
    private boolean isClosed;
    private @Nullable Thread sleeper;

    /** Until when the thread sleeps; it is woken only for what is due before. The past while it is awake. */
    private Instant sleepsUntil = Instant.MIN;

    public RealTime() {
        this(Clock.tickMillis(ZoneOffset.UTC), NAP, System::nanoTime);
    }

    /** Returns a time source that reads a clock of yours, and takes time to pass as that clock says. */
    public RealTime(Clock clock) {
        this(clock, NAP, null);
    }

    /**
     * @param nap the longest single sleep
     * @param nanoseconds a count that goes on where the clock is set back; null if time passes as the clock says
     */
    RealTime(Clock clock, Duration nap, @Nullable LongSupplier nanoseconds) {
        this.clock = clock;
        this.nap = nap;
        this.nanoseconds = nanoseconds;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        lock.lock();
        try {
            return isClosed ? NONE : waking(alarms.addDate(canceller, due, action));
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@inheritDoc} A clock that is set back by more than a second is noticed, within 10 s. Whether one that has gone on was set forward or the machine has
     * stood still is not known: where it is set back later, it is taken to have been set.
     */
    @Override
    public Alarm after(Duration delay, Instant due, Runnable action) {
        lock.lock();
        try {
            Instant end = look().plus(delay); // before what a jump does not concern is there
            return isClosed ? NONE : waking(alarms.addDelay(canceller, end, due, action));
        } finally {
            lock.unlock();
        }
    }

    /** Returns the present time, after it was noticed whether the clock was set before. */
    private Instant look() {
        if (nanoseconds == null) {
            return now();
        }
        long before = nanoseconds.getAsLong();
        Instant now = now();
        Duration jump = jumps.sinceLast(before, now, nanoseconds.getAsLong());
        if (jump.isZero()) {
            return now;
        }
        if (jump.isNegative()) {
            LOG.warn(
                    "the clock was set back by {}: waits and timeouts go on, dates are waited for by the clock",
                    jump.negated());
        }
        alarms.clockSet(jump);
        changed.signal();
        return now;
    }

    private AlarmQueue.Entry waking(AlarmQueue.Entry added) {
        if (sleeper == null) {
            Thread thread = new Thread(this::sleep, "stepwright-timer");
            thread.setDaemon(true);
            thread.start(); // if there is no memory for one more, the next timer tries again
            sleeper = thread;
        } else if (added.due.isBefore(sleepsUntil)) {
            changed.signal();
        }
        return added;
    }

    private void cancel(AlarmQueue.Entry entry) {
        lock.lock();
        try {
            alarms.remove(entry);
        } finally {
            lock.unlock();
        }
    }

    private void sleep() {
        try {
            AlarmQueue.Entry[] due = new AlarmQueue.Entry[AT_ONCE];
            for (int count = await(due); count > 0; count = await(due)) {
                for (int i = 0; i < count; i++) {
                    run(due[i]);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the timer thread has been told to end", e);
        }
    }

    /** One action that fails must not keep the others from running. */
    private static void run(AlarmQueue.Entry entry) {
        try {
            entry.run();
        } catch (RuntimeException | Error e) { // without this thread no time would ever come again
            LOG.error("a timer's action failed", e);
        }
    }

    /** Takes out what is due, as soon as something is. Returns how many there are; 0 once the time source is closed. */
    private int await(AlarmQueue.Entry[] due) throws InterruptedException {
        lock.lock();
        try {
            while (!isClosed) {
                Instant now = look();
                AlarmQueue.Entry first = alarms.first();
                if (first != null && !first.due.isAfter(now)) {
                    return alarms.take(now, due);
                }
                Instant napEnd = now.plus(nap);
                sleepUntil(first == null || first.due.isAfter(napEnd) ? napEnd : first.due, now);
            }
            return 0;
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // its only caller is the loop
    private void sleepUntil(Instant end, Instant now) throws InterruptedException {
        sleepsUntil = end;
        changed.await(Duration.between(now, end).toNanos(), TimeUnit.NANOSECONDS);
        sleepsUntil = Instant.MIN;
    }

    @Override
    public void close() {
        Thread ending;
        lock.lock();
        try {
            isClosed = true;
            alarms.clear();
            changed.signal();
            ending = sleeper;
        } finally {
            lock.unlock();
        }
        if (ending == null || ending == Thread.currentThread()) {
            return;
        }
        ending.interrupt();
        try {
            ending.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
