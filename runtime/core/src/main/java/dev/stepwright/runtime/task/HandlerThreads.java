package dev.stepwright.runtime.task;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Threads for handlers that block: virtual ones where the JVM has them (21 and later), else a bounded pool that shrinks when idle. */
public final class HandlerThreads {
    private static final long IDLE_SECONDS = 10;

    private HandlerThreads() {}

    /**
     * Returns the threads, none of them started yet.
     *
     * @param most how many handlers run at the same time at most; not regarded where threads are virtual
     */
    public static ExecutorService create(int most) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return bounded(most); // before Java 21, or where virtual threads are a preview that is off
        }
    }

    /** Has no handler begin any more, also none that waits for a thread; those that have begun go on. */
    public static void shutdown(ExecutorService threads) {
        threads.shutdown();
        if (threads instanceof ThreadPoolExecutor pool) {
            pool.getQueue().clear();
        }
    }

    private static ExecutorService bounded(int most) {
        AtomicLong number = new AtomicLong();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "stepwright-task-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
