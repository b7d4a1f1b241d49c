package dev.stepwright.server.task;

import dev.stepwright.runtime.task.HandlerThreads;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.runtime.time.RealTime;
import dev.stepwright.runtime.time.TimeSource;
import java.util.concurrent.ExecutorService;

/** Where tasks call services and APIs: threads of their own, none of them started before the first call. */
public final class CallPlace implements AutoCloseable {
    private static final int MOST_CALLS = 64;

    private final ExecutorService threads = HandlerThreads.create(MOST_CALLS);
    private final TimeSource time = new RealTime();

    public Workplace workplace() {
        return new Workplace(threads, time);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        time.close();
    }
}
