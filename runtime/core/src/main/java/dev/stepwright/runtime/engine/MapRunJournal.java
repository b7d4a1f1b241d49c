package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of the Map Runs of an execution and of the executions in them. An execution that runs keeps no such journal: whoever asks has it decided
 * again on what is stored, and the journal written meanwhile.
 */
public final class MapRunJournal {
    private final String executionArn;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    MapRunJournal(String executionArn) {
        this.executionArn = executionArn;
    }

    /** A Map Run, and what is known before its items are. */
    private static final class Run {
        final String stateName;
        final String machineArn;
        final Instant startTime;
        final Map<Integer, Child> children = new TreeMap<>();
        MapRunTerms terms;
        ExecutionStatus status = ExecutionStatus.RUNNING;

        @Nullable
        Group group;

        @Nullable
        Instant stopTime;

        int redriveCount;

        @Nullable
        Instant redriveTime;

        Run(Frame owner, Instant startTime, MapRunTerms terms) {
            this.stateName = owner.step.name();
            this.machineArn = Starts.machineArn(owner);
            this.startTime = startTime;
            this.terms = terms;
        }
    }

    /** An execution in a Map Run. */
    private static final class Child {
        final Lineage lineage;
        final int items;
        ExecutionStatus status = ExecutionStatus.RUNNING;
        boolean isPendingRedrive;

        @Nullable
        Instant stopTime;

        @Nullable
        JsonNode output;

        @Nullable
        ExecutionError error;

        Child(Lineage lineage, int items) {
            this.lineage = lineage;
            this.items = items;
        }
    }

    void begun(Frame owner, Instant now, MapRunTerms terms) {
        runs.put(owner.mapRun(), new Run(owner, now, terms));
    }

    void hasItems(Group group) {
        run(group.owner).group = group;
    }

    void updated(Frame owner, MapRunTerms terms) {
        Run run = run(owner);
        run.terms = terms.after(run.terms);
    }

    void childBegun(Group group, int index, Lineage lineage) {
        run(group.owner).children.put(index, new Child(lineage, group.children.items(index)));
    }

    void childEnded(
            Frame child,
            ExecutionStatus status,
            Instant now,
            @Nullable JsonNode output,
            @Nullable ExecutionError error) {
        Child its = child(child);
        if (its != null) {
            its.status = status;
            its.stopTime = now;
            its.output = output;
            its.error = error;
            its.isPendingRedrive = false;
        }
    }

    void childWaitsForRedrive(Frame child) {
        Child its = child(child);
        if (its != null) {
            its.isPendingRedrive = true;
        }
    }

    void childRedriven(Frame child) {
        Child its = child(child);
        if (its != null) {
            its.status = ExecutionStatus.RUNNING;
            its.isPendingRedrive = false;
            its.stopTime = null;
            its.error = null;
        }
    }

    private @Nullable Child child(Frame frame) {
        return frame.group == null ? null : run(frame.group.owner).children.get(frame.index);
    }

    /** A Map Run has ended, if it has not before. */
    void ended(Frame owner, ExecutionStatus status, Instant now) {
        end(run(owner), status, now);
    }

    private static void end(Run run, ExecutionStatus status, Instant now) {
        if (run.status == ExecutionStatus.RUNNING) {
            run.status = status;
            run.stopTime = now;
        }
    }

    /** The execution has ended, and with it whatever ran in it. */
    void allEnded(Instant now) {
        for (Run run : runs.values()) {
            end(run, ExecutionStatus.ABORTED, now);
            for (Child child : run.children.values()) {
                child.isPendingRedrive = false;
                if (child.status == ExecutionStatus.RUNNING) {
                    child.status = ExecutionStatus.ABORTED;
                    child.stopTime = now;
                }
            }
        }
    }

    void redriven(Frame owner, Instant now) {
        Run run = run(owner);
        run.status = ExecutionStatus.RUNNING;
        run.stopTime = null;
        run.redriveCount++;
        run.redriveTime = now;
    }

    private Run run(Frame owner) {
        Run run = runs.get(owner.mapRun());
        if (run == null) {
            throw new IllegalStateException("the Map Run " + owner.mapRun() + " has not begun");
        }
        return run;
    }

    /** Returns the Map Runs, the oldest first. */
    public List<MapRun> runs() {
        List<MapRun> all = new ArrayList<>();
        runs.forEach((arn, run) -> all.add(view(arn, run)));
        return all;
    }

    /** Returns the executions of a Map Run that have begun, in the order of their items; empty if there is no such run. */
    public List<MapRunExecution> executions(String mapRunArn) {
        Run run = runs.get(mapRunArn);
        return run == null
                ? List.of()
                : run.children.values().stream()
                        .map(child -> view(mapRunArn, child))
                        .toList();
    }

    /** Returns an execution of any Map Run. */
    public Optional<MapRunExecution> execution(String arn) {
        return runs.entrySet().stream()
                .flatMap(run -> run.getValue().children.values().stream()
                        .filter(child -> child.lineage.identity.arn().equals(arn))
                        .map(child -> view(run.getKey(), child)))
                .findFirst();
    }

    private MapRun view(String arn, Run run) {
        MapRunTerms terms = run.terms;
        return new MapRun(
                arn,
                executionArn,
                run.stateName,
                run.machineArn,
                run.status,
                run.startTime,
                run.stopTime,
                terms.maxConcurrency() == null ? 0 : terms.maxConcurrency(),
                terms.toleratedPercentage() == null ? 0 : terms.toleratedPercentage(),
                terms.toleratedCount() == null ? 0 : terms.toleratedCount(),
                counts(run, true),
                counts(run, false),
                run.redriveCount,
                run.redriveTime);
    }

    private static MapRun.Counts counts(Run run, boolean areItems) {
        long[] byStatus = new long[ExecutionStatus.values().length];
        long pendingRedrive = 0;
        long begun = 0;
        for (Child child : run.children.values()) {
            long weight = areItems ? child.items : 1;
            begun += weight;
            if (child.isPendingRedrive) {
                pendingRedrive += weight;
            } else {
                byStatus[child.status.ordinal()] += weight;
            }
        }
        long total = 0;
        for (int i = 0; run.group != null && i < run.group.size(); i++) {
            total += areItems ? run.group.children.items(i) : 1;
        }
        return new MapRun.Counts(
                total - begun,
                byStatus[ExecutionStatus.RUNNING.ordinal()],
                byStatus[ExecutionStatus.SUCCEEDED.ordinal()],
                byStatus[ExecutionStatus.FAILED.ordinal()],
                byStatus[ExecutionStatus.ABORTED.ordinal()],
                pendingRedrive,
                total);
    }

    private MapRunExecution view(String mapRunArn, Child child) {
        ExecutionError error = child.error;
        return new MapRunExecution(
                child.lineage.identity,
                mapRunArn,
                executionArn,
                child.status,
                child.lineage.input,
                child.stopTime,
                child.output,
                error == null ? null : error.error(),
                error == null ? null : error.cause(),
                child.items,
                child.isPendingRedrive,
                child.lineage.redriveCount,
                child.lineage.redriveTime);
    }
}
