package dev.stepwright.runtime;

import dev.stepwright.runtime.store.ExecutionStore;
import dev.stepwright.runtime.task.HandlerThreads;
import dev.stepwright.runtime.time.TimeSource;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all executions of an engine share, and whoever opens it here closes it here: threads, time, store. */
final class Host {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);
    private static final long PATIENCE_SECONDS = 5;

    final EngineConfig config;
    final TimeSource time;
    final ExecutionStore store;
    final ExecutorService handlerThreads;
    final Map<String, ExecutionCell> running = new ConcurrentHashMap<>();
    final Activities activities;
    private final ExecutorService engineThreads;
    private volatile boolean isClosed;

    Host(EngineConfig config) {
        this.config = config;
        this.time = config.time();
        this.store = config.store();
        this.handlerThreads = HandlerThreads.create(config.handlerThreads());
        this.activities = new Activities(config.region(), config.account());
        AtomicInteger number = new AtomicInteger();
        int threads = config.engineThreads();
        this.engineThreads =
                new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "stepwright-engine-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    Instant now() {
        return time.now();
    }

    /** Has a piece of work done on an engine thread; time stands still for a virtual clock until {@link #done}. */
    void execute(Runnable work) {
        time.workBegins();
        try {
            engineThreads.execute(work);
        } catch (RejectedExecutionException e) {
            time.workEnds();
            if (!isClosed) {
                throw e;
            }
        }
    }

    void done() {
        time.workEnds();
    }

    void report(Progress progress) {
        ProgressListener listener = config.listener();
        if (listener == null) {
            return;
        }
        try {
            listener.on(progress);
        } catch (RuntimeException e) {
            LOG.error("the progress listener has failed on {}", progress, e);
        }
    }

    /** Returns an execution that runs here; null if it has ended or is unknown. */
    @Nullable
    ExecutionCell cell(String executionArn) {
        return running.get(executionArn);
    }

    boolean isClosed() {
        return isClosed;
    }

    void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        time.close();
        end(engineThreads);
        end(handlerThreads);
        running.values().forEach(ExecutionCell::abandon);
        running.clear();
        store.close();
    }

    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "a task handler does not react to interruption; its thread goes on after the engine was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
