package dev.stepwright.jsonata.value;

import dev.stepwright.jsonata.error.JsonataException;
import java.util.function.LongSupplier;

/** How much an evaluation has left: steps, time, depth and memory. Used by one thread. */
public abstract class Budget {
    private static final int SLICE = 1024;
    static final int NODE = 64;

    private final Bounds bounds;
    private final LongSupplier clock;
    private final int deepest;
    private final int mostCharacters;
    private int depth;
    private int slice = SLICE;
    private long stepsLeft;
    private long memoryLeft;
    private long deadline;
    private boolean timed;

    /**
     * @param clock nanoseconds since any time
     */
    Budget(Bounds bounds, LongSupplier clock) {
        this.bounds = bounds;
        this.clock = clock;
        this.deepest = bounds.depth();
        this.mostCharacters = bounds.characters();
        this.stepsLeft = bounds.steps();
        this.memoryLeft = bounds.memory();
    }

    public Bounds bounds() {
        return bounds;
    }

    /** Counts one round of a loop or one call. */
    public void step() {
        if (--slice <= 0) {
            checkpoint(SLICE);
        }
    }

    /** Counts many steps at once. */
    public void steps(long count) {
        if (count >= slice) {
            checkpoint(count + SLICE - slice);
        } else {
            slice -= (int) count;
        }
    }

    private void checkpoint(long used) {
        slice = SLICE;
        stepsLeft -= used;
        if (stepsLeft < 0) {
            throw JsonataException.of("U1003", bounds.steps());
        }
        long time = clock.getAsLong();
        if (!timed) {
            timed = true;
            deadline = time + bounds.time().toNanos();
        } else if (time - deadline > 0) {
            throw JsonataException.of("D1012", bounds.time().toMillis());
        }
    }

    /** Goes one level down; {@link #leave} comes back. */
    public void enter() {
        if (++depth >= deepest) {
            throw JsonataException.of("U1001");
        }
    }

    /** Goes so many levels down and comes back. */
    public void reach(int levels) {
        if (depth + levels >= deepest) {
            throw JsonataException.of("U1001");
        }
    }

    /** Comes back from one level. An error does not come back, it ends the evaluation. */
    public void leave() {
        depth--;
    }

    /** Counts memory before it is taken. */
    public void charge(long bytes) {
        memoryLeft -= bytes;
        if (memoryLeft < 0) {
            throw JsonataException.of("U1002");
        }
    }

    /** Counts a string of a length before it is made. */
    public void chargeText(long length) {
        if (length > mostCharacters) {
            throw JsonataException.of("U1002");
        }
        charge(NODE + length);
    }

    /** Counts an object with a number of members. */
    public void chargeMembers(int count) {
        charge(2L * NODE + (long) NODE * count);
    }

    /** Counts an array apart from its elements. */
    public void chargeArray() {
        charge(2L * NODE);
    }
}
