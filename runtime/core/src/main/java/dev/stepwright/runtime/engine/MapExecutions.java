package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.items.ResultFiles;
import dev.stepwright.runtime.items.ResultFiles.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the executions of a Map Run begin and end, each with events of its own, and what an end without success means for the run. */
final class MapExecutions {
    private final Activation activation;

    MapExecutions(Activation activation) {
        this.activation = activation;
    }

    /** An execution begins: its input is there. */
    void begun(Frame child) {
        Lineage lineage = child.lineage;
        ExecutionIdentity identity = lineage.identity;
        activation.events.record(
                lineage, 0, new Event.ExecutionStarted(lineage.input, null, identity.roleArn(), null, null));
        if (identity.isExpress()) {
            Instant limit = activation.now.plus(activation.state.expressLimits.executionTime());
            lineage.timeout = activation.startTimer(limit, TimerPurpose.EXECUTION_TIMEOUT, child, null);
        }
    }

    void succeeded(Frame child, JsonNode output) {
        Lineage lineage = child.lineage;
        activation.cancel(lineage.timeout);
        lineage.timeout = null;
        activation.events.record(lineage, child.lastEvent, new Event.ExecutionSucceeded(output));
        lineage.ending = new Lineage.Ending(ExecutionStatus.SUCCEEDED, activation.now, null);
        if (activation.state.journal != null) {
            activation.state.journal.childSucceeded(child, output);
        }
    }

    /** An execution has failed by itself. Returns the error of the Map if that is one too many; else null. */
    @Nullable
    ExecutionError failed(Frame child, ExecutionError error) {
        close(child, child.lastEvent, new Event.ExecutionFailed(error.error(), error.cause()));
        return ended(child, ExecutionStatus.FAILED, error);
    }

    /** An execution takes longer than an Express execution may. */
    void timedOut(Frame child) {
        close(child, 0, new Event.ExecutionTimedOut());
        goOutwards(child, ended(child, ExecutionStatus.TIMED_OUT, null));
    }

    /** Somebody stops an execution. */
    void stopped(Frame child, @Nullable String error, @Nullable String cause) {
        close(child, 0, new Event.ExecutionAborted(error, cause));
        goOutwards(child, ended(child, ExecutionStatus.ABORTED, ExecutionError.of(error, cause)));
    }

    /** The history of an execution is full. */
    void full(Frame child, ExecutionError error) {
        goOutwards(child, failed(child, error));
    }

    private void close(Frame child, long previous, Event event) {
        activation.aborts.close(child);
        activation.events.record(child.lineage, previous, event);
    }

    private void goOutwards(Frame child, @Nullable ExecutionError outer) {
        if (outer != null) {
            activation.failing.failed(run(child).owner, outer);
        }
    }

    private static Group run(Frame child) {
        return Objects.requireNonNull(child.group, "an execution of a Map Run is one of many");
    }

    /** AWS: items whose execution has failed or timed out count towards the tolerance; here those of one that was stopped do too. */
    private @Nullable ExecutionError ended(Frame child, ExecutionStatus status, @Nullable ExecutionError error) {
        Group group = run(child);
        child.lineage.ending = new Lineage.Ending(status, activation.now, error);
        tell(group, child);
        group.running--;
        group.failedItems += group.children.items(child.index);
        if (group.failedItems <= group.toleratedFailures) {
            activation.groups.goOn(group, 0);
            return null;
        }
        return tooMany(group);
    }

    /** What stands for an execution without success among the results; a redrive goes on with it all the same. */
    private void tell(Group group, Frame child) {
        Lineage.Ending ending = Objects.requireNonNull(child.lineage.ending, "it has ended");
        ExecutionError error = ending.error() == null ? ExecutionError.timeout() : ending.error();
        activation.groups.keep(
                group, child, Kind.FAILED, group.format() == null ? error.output() : report(child, null));
    }

    /** Returns what a {@code ResultWriter} tells about an execution that has ended. */
    JsonNode report(Frame child, @Nullable JsonNode output) {
        String refusal = redriveRefusal(child.lineage, activation.state.limits, activation.now);
        return ChildReport.of(child.lineage, output, refusal);
    }

    /**
     * Goes on with a Map Run that is redriven: those that cannot be redriven have failed for good.
     *
     * @return the error of the Map if that is one too many; else null
     */
    @Nullable
    ExecutionError redriven(Group group) {
        group.redrive(child -> redriveRefusal(child.lineage, activation.state.limits, activation.now) == null);
        for (Frame child : group.frames) {
            if (child != null && !child.awaitsRedrive) {
                tell(group, child);
                group.failedItems += group.children.items(child.index);
            } else if (child != null && activation.state.journal != null) {
                activation.state.journal.childWaitsForRedrive(child);
            }
        }
        return group.failedItems <= group.toleratedFailures ? null : tooMany(group);
    }

    /** Returns why an execution that has ended cannot be redriven with its Map Run; null if it can. */
    static @Nullable String redriveRefusal(Lineage lineage, Limits limits, Instant now) {
        Lineage.Ending ending = lineage.ending;
        ExecutionStatus status = ending == null ? ExecutionStatus.RUNNING : ending.status();
        if (ending != null && ending.isFailure() && lineage.identity.isExpress()) {
            return null; // it begins anew
        }
        return new Redrivability(
                        status, lineage.identity.startTime(), ending == null ? null : ending.time(), lineage.lastEvent)
                .refusal(limits, now)
                .orElse(null);
    }

    private @Nullable ExecutionError tooMany(Group group) {
        if (group.files == null) {
            activation.groups.failRun(group, Groups.TOO_MANY_FAILED);
            return Groups.TOO_MANY_FAILED;
        }
        writeAborted(group, group.files);
        return null;
    }

    /** Those that run are stopped, and what there is of results is written before the Map fails. */
    private void writeAborted(Group group, ResultFiles files) {
        group.hasFailed = true;
        List<Frame> running = Arrays.stream(group.frames)
                .filter(frame -> frame != null && frame.mode != Frame.Mode.CLOSED)
                .toList();
        activation.aborts.all(group, 0);
        running.forEach(frame -> files.add(Kind.FAILED, report(frame, null)));
        group.running = 0;
        activation.writes.goOn(group);
    }
}
