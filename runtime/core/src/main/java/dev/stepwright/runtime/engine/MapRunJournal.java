package dev.stepwright.runtime.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of the Map Runs of an execution and of the executions in them. An execution that runs keeps no such journal: whoever asks has it decided
 * again on what is stored, and the journal written meanwhile.
 */
public final class MapRunJournal {
    private final ExecutionState state;
    private final Map<String, MapRunEntry> runs = new LinkedHashMap<>();

    MapRunJournal(ExecutionState state) {
        this.state = state;
    }

    void begun(Frame owner, Instant now, MapRunTerms terms) {
        runs.put(owner.mapRunArn(), new MapRunEntry(state, owner, now, terms));
    }

    void hasItems(Group group) {
        run(group.owner).group = group;
    }

    void updated(Frame owner, MapRunTerms terms) {
        MapRunEntry run = run(owner);
        run.terms = terms.after(run.terms);
    }

    void childBegun(Group group, int index, Lineage lineage) {
        run(group.owner).children.put(index, new MapRunEntry.Child(lineage, group.children.items(index)));
    }

    /** An Express execution is started again. */
    void childBegunAgain(Group group, int index, Lineage lineage) {
        MapRunEntry.Child child = child(group, index);
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

    private MapRunEntry.Child child(Frame frame) {
        return child(Objects.requireNonNull(frame.group, "an execution of a Map Run is one of many"), frame.index);
    }

    private MapRunEntry.Child child(Group group, int index) {
        return Objects.requireNonNull(
                run(group.owner).children.get(index), "an execution of a Map Run has begun before all else");
    }

    /** A Map Run has ended, if it has not before. */
    void ended(Frame owner, ExecutionStatus status, Instant now) {
        run(owner).end(status, now);
    }

    /** The execution has ended, and with it whatever ran in it. */
    void allEnded(Instant now) {
        for (MapRunEntry run : runs.values()) {
            run.end(ExecutionStatus.ABORTED, now);
            run.children.values().forEach(child -> child.isPendingRedrive = false);
        }
    }

    void redriven(Frame owner, Instant now) {
        run(owner).redriven(now);
    }

    private MapRunEntry run(Frame owner) {
        MapRunEntry run = runs.get(owner.mapRunArn());
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
        runs.values().forEach(run -> all.add(run.view(now)));
        return all;
    }

    /** Returns the executions of a Map Run that have begun, in the order of their items; empty if there is no such run. */
    public List<MapRunExecution> executions(String mapRunArn, Instant now) {
        MapRunEntry run = runs.get(mapRunArn);
        return run == null
                ? List.of()
                : run.children.values().stream()
                        .map(child -> run.view(child, now))
                        .toList();
    }

    /** Returns an execution of any Map Run. */
    public Optional<MapRunExecution> execution(String arn, Instant now) {
        return runs.values().stream()
                .flatMap(run -> run.children.values().stream()
                        .filter(child -> child.lineage.identity.arn().equals(arn))
                        .map(child -> run.view(child, now)))
                .findFirst();
    }
}
