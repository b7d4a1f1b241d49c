package dev.stepwright.testkit;

import dev.stepwright.runtime.time.TimeSource;
import dev.stepwright.runtime.time.VirtualTime;
import java.time.Instant;

/** A clock that tells when an engine has nothing in hand any more. */
final class SettlingTime implements TimeSource {
    private final VirtualTime time;
    private int work;

    SettlingTime(VirtualTime time) {
        this.time = time;
    }

    /** Waits until the engine has nothing to do before time passes or somebody tells it something. */
    synchronized void settle() throws InterruptedException {
        while (work > 0) {
            wait();
        }
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
        synchronized (this) {
            work++;
        }
        time.workBegins();
    }

    @Override
    public void workEnds() {
        time.workEnds();
        synchronized (this) {
            work--;
            notifyAll();
        }
    }

    @Override
    public void close() {
        time.close();
    }
}
