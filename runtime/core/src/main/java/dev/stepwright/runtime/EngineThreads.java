package dev.stepwright.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that decide, who may wait for what, and how threads end. */
final class EngineThreads {
    private static final Logger LOG = LoggerFactory.getLogger(EngineThreads.class);
    private static final long PATIENCE_SECONDS = 5;

    private EngineThreads() {}

    /** Returns as many threads that decide. */
    static ExecutorService create(int threads) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread thread = new EngineThread(task, "stepwright-engine-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Returns how much waits for one of the threads; 0 where that is not known. */
    static int waiting(ExecutorService threads) {
        return threads instanceof ThreadPoolExecutor pool ? pool.getQueue().size() : 0;
    }

    /** A thread that decides: it must not wait for what another one decides, nor for the store. */
    private static final class EngineThread extends Thread {
        EngineThread(Runnable task, String name) {
            super(task, name);
        }
    }

    /** Returns whether the calling thread is one that decides, of whichever engine. */
    static boolean isDeciding() {
        return Thread.currentThread() instanceof EngineThread;
    }

    /**
     * Waits for a stage; on a thread of the engine only if it has completed.
     *
     * @throws IllegalStateException if the engine is closed meanwhile, or the waiting thread is interrupted
     */
    static void await(CompletableFuture<?> stage) {
        if (isDeciding() && !stage.isDone()) {
            return;
        }
        try {
            stage.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the store", e);
        }
    }

    /** Interrupts what threads do, and waits a little for their end. */
    static void end(ExecutorService threads, String work) {
        threads.shutdownNow();
        finish(threads, work);
    }

    /**
     * Has nothing more begun on threads, and waits a little for their end.
     *
     * @param work what they do, for the log
     */
    static void finish(ExecutorService threads, String work) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "{} did not finish within {} s; its thread keeps running after the engine is closed",
                        work,
                        PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
