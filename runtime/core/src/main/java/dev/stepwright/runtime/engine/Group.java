package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.ScopePlan;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The branches of a Parallel or the iterations of a Map, from their start to the end of the last. */
final class Group {
    final Frame owner;
    final boolean isMap;
    final boolean isDistributed;
    final @Nullable Frame[] frames;
    final JsonNode[] results;
    final IntFunction<Child> children;

    /** How many may run at the same time. */
    final int maxConcurrency;

    /** How many have been started; they start in their order. */
    int started;

    int running;
    /** How many items of a distributed Map have failed, and how many may. */
    int failedItems;

    double toleratedFailures;
    /** The event from which the group's end follows. */
    long lastEvent;

    Group(
            Frame owner,
            boolean isMap,
            boolean isDistributed,
            int size,
            int maxConcurrency,
            IntFunction<Child> children) {
        this.owner = owner;
        this.isMap = isMap;
        this.isDistributed = isDistributed;
        this.frames = new Frame[size];
        this.results = new JsonNode[size];
        this.maxConcurrency = maxConcurrency;
        this.children = children;
    }

    int size() {
        return results.length;
    }

    boolean canStart() {
        return started < size() && running < maxConcurrency;
    }

    boolean isComplete() {
        return started == size() && running == 0;
    }

    /**
     * What a branch or iteration starts with.
     *
     * @param items how many items of the Map it stands for: 1, or those of its batch
     */
    record Child(ScopePlan scope, JsonNode input, @Nullable MapItem item, int items) {}
}
