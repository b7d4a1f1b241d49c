package dev.stepwright.runtime;

import dev.stepwright.runtime.engine.Command;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.engine.TimerPurpose;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one execution. A timer that is started is not set at once, but when the execution has nothing else to do: most are taken
 * back before, those of executions that do not wait for anything. For the thread that advances the execution.
 */
final class Alarms {
    private final Host host;
    private final ExecutionCell cell;

    /** Started and not set; made with the first. */
    private @Nullable List<Started> started;

    /** Made with the first that is set. */
    private @Nullable Map<Long, TimeSource.Alarm> alarms;

    Alarms(Host host, ExecutionCell cell) {
        this.host = host;
        this.cell = cell;
    }

    /**
     * @param from when it was started, by the time of the execution
     * @param isDate whether it is due at that time by the clock, not when so much time has passed
     */
    private record Started(long id, Instant from, Instant due, boolean isDate, boolean isLimit) {}

    /** A timer is over. */
    private final class Fired implements Mailbox.Message {
        private final Started timer;

        Fired(Started timer) {
            this.timer = timer;
        }

        @Override
        public Stimulus at(Instant moment) {
            if (alarms != null) {
                alarms.remove(timer.id());
            }
            return new Stimulus.TimerFired(moment, timer.id());
        }

        /**
         * {@inheritDoc} AWS: an execution that has come to its time limit has ended at that moment, whenever somebody notices. That is not so for one of a
         * Map Run: what comes after it begins now, and its own time with it. Where the clock was set back, the time of the execution is ahead of it.
         */
        @Override
        public Instant moment(Instant now) {
            return timer.isLimit() || !timer.isDate() && now.isBefore(timer.due()) ? timer.due() : now;
        }
    }

    void start(Command.StartTimer timer, Instant now) {
        if (started == null) {
            started = new ArrayList<>(2);
        }
        boolean isLimit = timer.purpose() == TimerPurpose.EXECUTION_TIMEOUT && timer.stateName() == null;
        started.add(new Started(timer.timerId(), now, due(timer, now), timer.isDate(), isLimit));
    }

    /** Wait states may run in another time than everything else. */
    private Instant due(Command.StartTimer timer, Instant now) {
        double scale = host.config.waitTimeScale();
        return timer.purpose() == TimerPurpose.WAIT && scale != 1
                ? now.plusMillis((long) (Duration.between(now, timer.due()).toMillis() * scale))
                : timer.due();
    }

    void cancel(long id) {
        if (started != null && started.removeIf(timer -> timer.id() == id)) {
            return;
        }
        TimeSource.Alarm alarm = alarms == null ? null : alarms.remove(id);
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /** Sets what has been started. */
    void set() {
        if (started == null || started.isEmpty()) {
            return;
        }
        if (alarms == null) {
            alarms = new HashMap<>(2);
        }
        for (Started timer : started) {
            alarms.put(timer.id(), alarm(timer));
        }
        started = null;
    }

    private TimeSource.Alarm alarm(Started timer) {
        Runnable action = () -> cell.tell(new Fired(timer));
        if (timer.isDate()) {
            return host.time.at(timer.due(), action);
        }
        Instant now = host.now();
        Instant from = now.isBefore(timer.from()) ? timer.from() : now;
        return host.time.after(Duration.between(from, timer.due()), timer.due(), action);
    }

    void forget() {
        started = null;
        if (alarms != null) {
            alarms.values().forEach(TimeSource.Alarm::cancel);
        }
    }
}
