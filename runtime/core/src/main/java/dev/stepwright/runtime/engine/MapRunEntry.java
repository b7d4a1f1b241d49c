package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Map Run in the journal: what has become of it, and how that is told. */
final class MapRunEntry {
    private final ExecutionState state;
    private final String arn;
    private final String executionArn;
    private final String stateName;
    private final String machineArn;
    private final Instant startTime;
    final Map<Integer, Child> children = new TreeMap<>();
    MapRunTerms terms;
    private ExecutionStatus status = ExecutionStatus.RUNNING;

    @Nullable
    Group group;

    private @Nullable Instant stopTime;
    private int redriveCount;
    private @Nullable Instant redriveTime;

    MapRunEntry(ExecutionState state, Frame owner, Instant startTime, MapRunTerms terms) {
        this.state = state;
        this.arn = owner.mapRunArn();
        this.executionArn = owner.lineage.identity.arn();
        this.stateName = owner.step.name();
        this.machineArn = Starts.machineArn(owner);
        this.startTime = startTime;
        this.terms = terms;
    }

    /** An execution in a Map Run; it has its own account of how it has ended. */
    static final class Child {
        final int items;
        Lineage lineage;
        boolean isPendingRedrive;

        @Nullable
        JsonNode output;

        Child(Lineage lineage, int items) {
            this.lineage = lineage;
            this.items = items;
        }

        ExecutionStatus status() {
            return lineage.ending == null ? ExecutionStatus.RUNNING : lineage.ending.status();
        }
    }

    /** It has ended, if it has not before. */
    void end(ExecutionStatus how, Instant now) {
        if (status == ExecutionStatus.RUNNING) {
            status = how;
            stopTime = now;
        }
    }

    void redriven(Instant now) {
        status = ExecutionStatus.RUNNING;
        stopTime = null;
        redriveCount++;
        redriveTime = now;
    }

    /** @param now what can be redriven then is told */
    MapRun view(Instant now) {
        return new MapRun(
                arn,
                executionArn,
                stateName,
                machineArn,
                status,
                startTime,
                stopTime,
                terms.maxConcurrency() == null ? 0 : terms.maxConcurrency(),
                terms.toleratedPercentage() == null ? 0 : terms.toleratedPercentage(),
                terms.toleratedCount() == null ? 0 : terms.toleratedCount(),
                counts(true, now),
                counts(false, now),
                redriveCount,
                redriveTime);
    }

    private MapRun.Counts counts(boolean areItems, Instant now) {
        long[] byStatus = new long[ExecutionStatus.values().length];
        long pendingRedrive = 0;
        long lost = 0;
        long begun = 0;
        for (Child child : children.values()) {
            long weight = areItems ? child.items : 1;
            begun += weight;
            if (child.isPendingRedrive) {
                pendingRedrive += weight;
                continue;
            }
            byStatus[child.status().ordinal()] += weight;
            lost += isFailure(child) && refusal(child, now) != null ? weight : 0;
        }
        long total = 0;
        for (int i = 0; group != null && i < group.size(); i++) {
            total += areItems ? group.children.items(i) : 1;
        }
        return new MapRun.Counts(
                total - begun,
                byStatus[ExecutionStatus.RUNNING.ordinal()],
                byStatus[ExecutionStatus.SUCCEEDED.ordinal()],
                byStatus[ExecutionStatus.FAILED.ordinal()],
                byStatus[ExecutionStatus.TIMED_OUT.ordinal()],
                byStatus[ExecutionStatus.ABORTED.ordinal()],
                lost,
                pendingRedrive,
                total);
    }

    private static boolean isFailure(Child child) {
        return child.lineage.ending != null && child.lineage.ending.isFailure();
    }

    private @Nullable String refusal(Child child, Instant now) {
        return MapExecutions.redriveRefusal(child.lineage, state.limits, now);
    }

    MapRunExecution view(Child child, Instant now) {
        Lineage.Ending ending = child.lineage.ending;
        ExecutionError error = ending == null ? null : ending.error();
        return new MapRunExecution(
                child.lineage.identity,
                arn,
                state.identity.arn(),
                child.status(),
                child.lineage.input,
                ending == null ? null : ending.time(),
                child.output,
                error == null ? null : error.error(),
                error == null ? null : error.cause(),
                child.items,
                child.isPendingRedrive,
                child.lineage.redriveCount,
                child.lineage.redriveTime,
                refusal(child, now));
    }
}
