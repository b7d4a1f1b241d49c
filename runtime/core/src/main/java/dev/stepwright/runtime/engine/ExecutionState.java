package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.plan.Plan;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution as it stands. It is advanced in place by {@link Decider#decide}: copying it for each decision would cost more than
 * all else. So it has one owner, who decides on one stimulus after the other. It can be made anew by deciding on the same stimuli
 * again, and it holds nothing but plain data and the plan.
 */
public final class ExecutionState {
    final Plan plan;
    final Limits limits;
    final boolean keepsEvents;
    final ExecutionIdentity identity;

    /** What holds for Express executions of Map Runs. */
    Limits expressLimits = Limits.EXPRESS;

    /** The execution of a Map Run whose events are kept instead of the execution's own; null for the execution's own. */
    private @Nullable String watched;

    final ArrayDeque<Frame> ready = new ArrayDeque<>(1);
    final Open<OpenTask> tasks = new Open<>();
    final Open<OpenCall> calls = new Open<>();
    final Open<OpenTimer> timers = new Open<>();

    @Nullable
    Lineage lineage;

    /** Where the execution began; null before, and once nothing can go on from here. */
    @Nullable
    Frame root;

    @Nullable
    ExecutionSeed seed;

    @Nullable
    String inputText;

    long lastTask;
    long lastTimer;
    long stimuli;

    /** What decisions are made with; holds nothing between them. */
    private @Nullable Decider decider;

    /** What is told of Map Runs; null where nobody asks. */
    @Nullable
    MapRunJournal journal;

    /** What was decided before, while that is decided again; null otherwise. */
    @Nullable
    Precedent precedent;

    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private @Nullable JsonNode output;
    private @Nullable ExecutionError failure;
    private @Nullable Instant stopTime;

    private ExecutionState(Plan plan, ExecutionIdentity identity, Limits limits, boolean keepsEvents) {
        this.plan = plan;
        this.identity = identity;
        this.limits = limits;
        this.keepsEvents = keepsEvents;
    }

    /**
     * Returns an execution that waits for its first stimulus, {@link Stimulus.Started}.
     *
     * @param keepsEvents whether decisions carry history events
     */
    public static ExecutionState create(Plan plan, ExecutionIdentity identity, Limits limits, boolean keepsEvents) {
        return new ExecutionState(plan, identity, limits, keepsEvents);
    }

    /** Sets what holds for Express executions of Map Runs; to be called before the first decision. Default {@link Limits#EXPRESS}. */
    public ExecutionState withExpressLimits(Limits express) {
        expressLimits = express;
        return this;
    }

    /** Has decisions carry the events of an execution of a Map Run, and no others; to be called before the first decision. */
    public void watch(String childArn) {
        watched = childArn;
    }

    /** Returns what holds for the execution, or one of a Map Run in it. */
    Limits limitsOf(ExecutionIdentity one) {
        return one.isExpress() && !identity.isExpress() ? expressLimits : limits;
    }

    boolean keepsEventsOf(ExecutionIdentity one) {
        return watched == null ? keepsEvents && one.arn().equals(identity.arn()) : watched.equals(one.arn());
    }

    boolean tellsEvents() {
        return keepsEvents || watched != null;
    }

    /** Has a journal written of the Map Runs from here on; to be called before the first decision. */
    public MapRunJournal withJournal() {
        MapRunJournal mine = new MapRunJournal(this);
        journal = mine;
        return mine;
    }

    public ExecutionIdentity identity() {
        return identity;
    }

    public Limits limits() {
        return limits;
    }

    public ExecutionStatus status() {
        return status;
    }

    public boolean isRunning() {
        return status == ExecutionStatus.RUNNING;
    }

    /** Returns whether a stimulus comes in time: the execution runs, and what is told of is still open. */
    public boolean awaits(Stimulus stimulus) {
        if (!isRunning()) {
            return false;
        } else if (stimulus instanceof Stimulus.TimerFired fired) {
            return timers.get(fired.timerId()) != null;
        } else if (stimulus instanceof Stimulus.OfTask report) {
            return tasks.get(report.taskId()) != null || calls.get(report.taskId()) != null;
        } else if (stimulus instanceof Stimulus.ChildStopped stopped) {
            return OpenFrames.execution(root, stopped.executionArn()) != null;
        } else if (stimulus instanceof Stimulus.MapRunUpdated update) {
            return OpenFrames.mapRun(root, update.mapRunArn()) != null;
        }
        return true;
    }

    /** Returns the output; present if the execution has succeeded. */
    public Optional<JsonNode> output() {
        return Optional.ofNullable(output);
    }

    /** Returns the error name; empty if the execution has not failed, or has none. */
    public Optional<String> error() {
        return Optional.ofNullable(failure).map(ExecutionError::error);
    }

    /** Returns the cause; empty if the execution has not failed, or has none. */
    public Optional<String> cause() {
        return Optional.ofNullable(failure).map(ExecutionError::cause);
    }

    /** Returns how often the execution has been redriven. */
    public int redriveCount() {
        return lineage == null ? 0 : lineage.redriveCount;
    }

    /** Returns the id of the last event; 0 before the first. */
    public long lastEvent() {
        return lineage == null ? 0 : lineage.lastEvent;
    }

    /** Returns whether the execution has ended in a way after which it can go on: it has failed, timed out, or was stopped. */
    public boolean hasFailed() {
        return status != ExecutionStatus.RUNNING && status != ExecutionStatus.SUCCEEDED;
    }

    /** Returns when the execution ended; empty while it runs. */
    public Optional<Instant> stopTime() {
        return Optional.ofNullable(stopTime);
    }

    /**
     * Returns what has to be done outside for the execution to go on: the commands that have been given and are still open. For whoever
     * has made the state anew from its stimuli. A task that was handed over and not yet submitted is handed over again.
     */
    public List<Command> outstanding() {
        List<Command> commands = new ArrayList<>();
        tasks.values().forEach(task -> commands.add(task.outstanding()));
        calls.values().forEach(call -> commands.add(call.outstanding()));
        timers.values().forEach(timer -> commands.add(timer.start()));
        if (!ready.isEmpty()) {
            commands.add(new Command.Continue());
        }
        return commands;
    }

    /** Returns what is wrong with the output with which the execution would end; empty if it is right. */
    Optional<String> outputProblem(JsonNode result) {
        return precedent == null ? plan.outputProblem().apply(result) : Optional.ofNullable(precedent.outputProblem());
    }

    /** Returns the state as bytes, for {@link #restored}. */
    public byte[] snapshot() {
        return new StateWriter(this).write();
    }

    /**
     * Returns the state that bytes are, of the same execution with the same plan.
     *
     * @throws dev.stepwright.runtime.binary.UnreadableException if they are not what {@link #snapshot} has written
     */
    public ExecutionState restored(byte[] snapshot) {
        ExecutionState state = new ExecutionState(plan, identity, limits, keepsEvents).withExpressLimits(expressLimits);
        new StateReader(state, snapshot).read();
        return state;
    }

    Decider decider() {
        if (decider == null) {
            decider = new Decider(this);
        }
        return decider;
    }

    /** Gives up what only decisions need: nothing is expected to come for a while; after the end, nothing at all. */
    public void rest() {
        decider = null;
        if (!isRunning()) {
            root = null;
        }
    }

    Lineage lineage() {
        if (lineage == null) {
            throw new IllegalStateException("the execution " + identity.arn() + " has not been started");
        }
        return lineage;
    }

    void close(ExecutionStatus end, Instant time, @Nullable JsonNode result, @Nullable ExecutionError error) {
        status = end;
        stopTime = time;
        output = result;
        failure = error;
        ready.clear();
    }

    /** The execution, which has failed, runs again. */
    void reopen() {
        status = ExecutionStatus.RUNNING;
        stopTime = null;
        output = null;
        failure = null;
    }
}
