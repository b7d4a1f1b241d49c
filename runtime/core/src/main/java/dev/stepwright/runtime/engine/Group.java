package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.items.ResultFiles;
import dev.stepwright.runtime.items.ResultFormat;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.WriterPlan;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The branches of a Parallel or the iterations of a Map, from their start to the end of the last. */
final class Group {
    final Frame owner;
    final boolean isMap;
    final boolean isDistributed;
    final @Nullable Frame[] frames;
    final JsonNode[] results;
    final Children children;

    /** How many may run at the same time. */
    int maxConcurrency;

    /** How many have been started; they start in their order. */
    int started;

    int running;
    /** How many items of a distributed Map have failed, and how many may. */
    int failedItems;

    double toleratedFailures;
    /** From which that number comes; null for what is not a distributed Map. */
    @Nullable
    Tolerance tolerance;
    /** How many wait for their turn in a Map Run that was redriven; they begin again before others begin. */
    int pendingRedrives;
    /** Up to where none of those waits any more. */
    private int redriven;
    /** How many that have not begun are told of in the results. */
    int told;
    /** What is being written of the results, or could not be; null for nothing. */
    @Nullable
    JsonNode writing;
    /** Whether too many have failed, and what there is of results is still being written. */
    boolean hasFailed;
    /** Where results are written; null if they are gathered. */
    @Nullable
    ResultFiles files;
    /** A number of bytes that is enough for the results so far. */
    long resultBound;
    /** The event from which the group's end follows. */
    long lastEvent;

    Group(Frame owner, int maxConcurrency, Children children) {
        this.owner = owner;
        this.isMap = owner.step instanceof MapStep;
        this.isDistributed = owner.step instanceof MapStep map && map.isDistributed();
        this.frames = new Frame[children.size()];
        this.results = new JsonNode[children.size()];
        this.maxConcurrency = maxConcurrency;
        this.children = children;
    }

    /** The state fails with its children. They are kept: a redrive goes on with them. */
    void fail() {
        owner.children = null;
        owner.failedChildren = this;
    }

    /** Has those that have not succeeded wait for their turn, if they can be redriven. */
    void redrive(Predicate<Frame> isRedrivable) {
        running = 0;
        redriven = 0;
        told = 0;
        hasFailed = false;
        failedItems = 0;
        pendingRedrives = 0;
        for (Frame frame : frames) {
            if (frame != null) {
                frame.awaitsRedrive = isRedrivable.test(frame);
                pendingRedrives += frame.awaitsRedrive ? 1 : 0;
            }
        }
        if (files != null) {
            files.redriven();
        }
    }

    /** Takes the next that waits for its turn; null if none does. */
    @Nullable
    Frame takePendingRedrive() {
        while (pendingRedrives > 0) {
            Frame frame = frames[redriven++];
            if (frame != null && frame.awaitsRedrive) {
                frame.awaitsRedrive = false;
                pendingRedrives--;
                return frame;
            }
        }
        return null;
    }

    /** Returns how many items there are, of all iterations. */
    int items() {
        int items = 0;
        for (int i = 0; i < size(); i++) {
            items += children.items(i);
        }
        return items;
    }

    int size() {
        return results.length;
    }

    boolean canStart() {
        return (pendingRedrives > 0 || started < size()) && running < maxConcurrency;
    }

    /** Returns what becomes of the results of a distributed Map; null if nothing special does. */
    @Nullable
    ResultFormat format() {
        WriterPlan writer = owner.step instanceof MapStep map ? map.terms().writer() : null;
        return writer == null ? null : writer.format();
    }

    /** Returns whether nothing runs any more and nothing is going to. */
    boolean hasEnded() {
        return hasFailed || isComplete();
    }

    boolean isComplete() {
        return pendingRedrives == 0 && started == size() && running == 0;
    }

    /** Returns whether a child has no input yet. */
    boolean awaitsInput(int index) {
        Frame frame = frames[index];
        return index >= started || frame != null && frame.awaitsInput;
    }
}
