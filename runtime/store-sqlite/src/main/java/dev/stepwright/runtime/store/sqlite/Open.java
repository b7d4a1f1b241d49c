package dev.stepwright.runtime.store.sqlite;

import dev.stepwright.runtime.store.Batch;
import java.util.concurrent.CompletableFuture;

/** An execution that has not ended, as far as appending to it needs it. */
final class Open {
    final long id;

    /** Completes once the execution is in the file. */
    final CompletableFuture<Void> created;

    private long last;
    private long lastEvent;

    /** @param last the sequence of its latest batch, or 0 */
    Open(long id, long last, CompletableFuture<Void> created) {
        this.id = id;
        this.last = last;
        this.created = created;
    }

    /** Takes a place for a batch if it is the next. Returns the sequence that is next. */
    synchronized long take(long sequence) {
        long next = last + 1;
        if (sequence == next) {
            last = next;
        }
        return next;
    }

    /** Returns the id of the last event up to a batch and with it. */
    synchronized long lastEvent(Batch batch) {
        int events = batch.events().size();
        if (events > 0) {
            lastEvent = batch.events().get(events - 1).id();
        }
        return lastEvent;
    }

    /** Notes the id of the last event so far. */
    synchronized Open after(long event) {
        lastEvent = event;
        return this;
    }

    /** Returns whether a batch has been written, or at least not been given back. */
    synchronized boolean has(long sequence) {
        return last >= sequence;
    }

    /** Gives the place of a batch back that could not be written. */
    synchronized void giveBack(long sequence) {
        last = Math.min(last, sequence - 1);
    }
}
