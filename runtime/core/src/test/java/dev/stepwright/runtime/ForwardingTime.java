package dev.stepwright.runtime;

import dev.stepwright.runtime.time.TimeSource;
import java.time.Instant;

/** A time that is another one, for tests that change how alarms are set. */
abstract class ForwardingTime implements TimeSource {
    private final TimeSource time;

    ForwardingTime(TimeSource time) {
        this.time = time;
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public Alarm at(Instant due, Runnable action) {
        return time.at(due, action);
    }

    @Override
    public void workBegins() {
        time.workBegins();
    }

    @Override
    public void workEnds() {
        time.workEnds();
    }

    @Override
    public void close() {
        time.close();
    }
}
