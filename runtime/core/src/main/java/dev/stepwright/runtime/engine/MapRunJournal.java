package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of the Map Runs of an execution and of the executions in them. An execution that runs keeps no such journal: whoever asks has it decided
 * again on what is stored, and the journal written meanwhile.
 */
public final class MapRunJournal {
    private final ExecutionState state;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    MapRunJournal(ExecutionState state) {
        this.state = state;
    }

    /** A Map Run, and what is known before its items are. */
    private static final class Run {
        final String executionArn;
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
            this.executionArn = owner.lineage.identity.arn();
            this.stateName = owner.step.name();
            this.machineArn = Starts.machineArn(owner);
            this.startTime = startTime;
            this.terms = terms;
        }
    }

    /** An execution in a Map Run; it has its own account of how it has ended. */
    private static final class Child {
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

    void begun(Frame owner, Instant now, MapRunTerms terms) {
        runs.put(owner.mapRunArn(), new Run(owner, now, terms));
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

    /** An Express execution is started again. */
    void childBegunAgain(Group group, int index, Lineage lineage) {
        Child child = child(group, index);
        child.lineage = lineage;
        child.isPendingRedrive = false;
    }

    void childSucceeded(Frame frame, JsonNode output) {
        child(frame).output = output;
    }

    void childWaitsForRedrive(Frame frame) {
        child(frame).isPendingRedrive = true;
    }

    void childRedriven(Frame frame) {
        child(frame).isPendingRedrive = false;
    }

    private Child child(Frame frame) {
        return child(Objects.requireNonNull(frame.group, "an execution of a Map Run is one of many"), frame.index);
    }

    private Child child(Group group, int index) {
        return Objects.requireNonNull(
                run(group.owner).children.get(index), "an execution of a Map Run has begun before all else");
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
            run.children.values().forEach(child -> child.isPendingRedrive = false);
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
        Run run = runs.get(owner.mapRunArn());
        if (run == null) {
            throw new IllegalStateException("the Map Run " + owner.mapRunArn() + " has not begun");
        }
        return run;
    }

    /**
     * Returns the Map Runs, the oldest first.
     *
     * @param now what can be redriven then is told
     */
    public List<MapRun> runs(Instant now) {
        List<MapRun> all = new ArrayList<>();
        runs.forEach((arn, run) -> all.add(view(arn, run, now)));
        return all;
    }

    /** Returns the executions of a Map Run that have begun, in the order of their items; empty if there is no such run. */
    public List<MapRunExecution> executions(String mapRunArn, Instant now) {
        Run run = runs.get(mapRunArn);
        return run == null
                ? List.of()
                : run.children.values().stream()
                        .map(child -> view(mapRunArn, child, now))
                        .toList();
    }

    /** Returns an execution of any Map Run. */
    public Optional<MapRunExecution> execution(String arn, Instant now) {
        return runs.entrySet().stream()
                .flatMap(run -> run.getValue().children.values().stream()
                        .filter(child -> child.lineage.identity.arn().equals(arn))
                        .map(child -> view(run.getKey(), child, now)))
                .findFirst();
    }

    private MapRun view(String arn, Run run, Instant now) {
        MapRunTerms terms = run.terms;
        return new MapRun(
                arn,
                run.executionArn,
                run.stateName,
                run.machineArn,
                run.status,
                run.startTime,
                run.stopTime,
                terms.maxConcurrency() == null ? 0 : terms.maxConcurrency(),
                terms.toleratedPercentage() == null ? 0 : terms.toleratedPercentage(),
                terms.toleratedCount() == null ? 0 : terms.toleratedCount(),
                counts(run, true, now),
                counts(run, false, now),
                run.redriveCount,
                run.redriveTime);
    }

    private MapRun.Counts counts(Run run, boolean areItems, Instant now) {
        long[] byStatus = new long[ExecutionStatus.values().length];
        long pendingRedrive = 0;
        long lost = 0;
        long begun = 0;
        for (Child child : run.children.values()) {
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
        for (int i = 0; run.group != null && i < run.group.size(); i++) {
            total += areItems ? run.group.children.items(i) : 1;
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

    private MapRunExecution view(String mapRunArn, Child child, Instant now) {
        Lineage.Ending ending = child.lineage.ending;
        ExecutionError error = ending == null ? null : ending.error();
        return new MapRunExecution(
                child.lineage.identity,
                mapRunArn,
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
