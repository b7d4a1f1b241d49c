package dev.stepwright.runtime.store.sql;

import dev.stepwright.runtime.store.Batch;
import java.util.OptionalInt;

/** An execution that has not ended, as far as appending to it needs it. */
final class Open {
    final long id;

    private long last;
    private long lastEvent;
    private int givenBack;
    private int redrives;

    /** @param last the sequence of its latest batch, or 0 */
    Open(long id, long last) {
        this.id = id;
        this.last = last;
    }

    /** Takes the places from one to another if the first is the next. Returns the sequence that is next. */
    synchronized long take(long first, long to) {
        long next = last + 1;
        if (first == next) {
            last = to;
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

    /** Returns how often the execution has been redriven. */
    synchronized int redrives() {
        return redrives;
    }

    /** Notes how often the execution has been redriven. */
    synchronized Open redriven(int times) {
        redrives = times;
        return this;
    }

    /** Notes the id of the last event so far. */
    synchronized Open after(long event) {
        lastEvent = event;
        return this;
    }

    /**
     * Returns a mark of the batches up to this one, all written or about to be: as long as none is given back, the mark stays the same.
     *
     * @return empty if the batch has been given back already
     */
    synchronized OptionalInt mark(long sequence) {
        return last >= sequence ? OptionalInt.of(givenBack) : OptionalInt.empty();
    }

    /** Gives the place of a batch back that could not be written, and with it those after it. */
    synchronized void giveBack(long sequence) {
        if (last >= sequence) {
            last = sequence - 1;
            givenBack++;
        }
    }
}
