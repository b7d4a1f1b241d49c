package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.store.StoreLostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;

/** The one thread of a store that writes, and what waits for it; how it ends, whether the store is closed or nothing can be written any more. */
public final class WritingThread {
    private final Logger log;
    private final String place;
    private final Thread thread;
    private final WriteQueue queue = new WriteQueue();
    private final CompletableFuture<StoreLostException> lost = new CompletableFuture<>();

    /**
     * @param place where the store is, for messages
     * @param work writes until the queue is over
     */
    public WritingThread(Logger log, String place, Runnable work) {
        this.log = log;
        this.place = place;
        this.thread = new Thread(work, "stepwright-store");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public WriteQueue queue() {
        return queue;
    }

    /** Completes when nothing can be written any more, though nobody has closed the store. */
    public CompletableFuture<StoreLostException> lost() {
        return lost;
    }

    /** Fails what is under way, what waits, and whatever comes. */
    public void fail(List<Write> underWay, RuntimeException reason) {
        queue.close(reason);
        underWay.forEach(write -> write.fail(reason));
        queue.failOlderThan(0, reason);
    }

    /** Nothing can be written any more: {@link #fail} with that, and {@link #lost} completes. */
    public void lose(List<Write> underWay, StoreLostException reason) {
        fail(underWay, reason);
        lost.complete(reason);
    }

    /** The same after an error of the program. */
    public void stop(List<Write> underWay, Throwable cause) {
        stop(
                underWay,
                new StoreLostException(
                        "the store in " + place + " has stopped writing: " + cause
                                + "; everything acknowledged is safe. Restart this process",
                        cause));
    }

    /** The same for a reason that the log has to tell. */
    public void stop(List<Write> underWay, StoreLostException reason) {
        fail(underWay, reason);
        if (lost.complete(reason)) {
            log.error("nothing more is written", reason);
        }
    }

    /** Writes what has been submitted, then ends the thread. */
    public void close() {
        queue.close(new IllegalStateException("the store in " + place + " has been closed; nothing more is written"));
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true; // what was submitted is written nevertheless
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
