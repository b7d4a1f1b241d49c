package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.items.ResultFiles;
import dev.stepwright.runtime.items.ResultFiles.Kind;
import dev.stepwright.runtime.items.ResultFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The course of branches and iterations, and how the state that they belong to ends. */
final class Groups {
    static final ExecutionError TOO_MANY_FAILED = ExecutionError.of(
            "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

    /** Results are gathered up to so many times of what a payload may have; a selector may still take the little that is wanted from them. */
    private static final long MOST_RESULTS = 64;

    private final Activation activation;
    private final Starts starts;

    Groups(Activation activation) {
        this.activation = activation;
        this.starts = new Starts(activation);
    }

    void start(Group group) {
        group.owner.children = group;
        group.lastEvent = group.owner.lastEvent;
        goOn(group, group.owner.lastEvent);
    }

    /** Starts what the concurrency allows, after that has changed. */
    void more(Group group) {
        if (!group.hasFailed) {
            starts.more(group, group.lastEvent);
        }
    }

    /** Goes on with a group whose state had failed, or was stopped; those that have not succeeded have begun to run again. */
    void restart(Group group) {
        group.lastEvent = group.owner.lastEvent;
        activation.writes.restart(group);
        goOn(group, group.lastEvent);
    }

    /**
     * Has an iteration take the input with which it begins, if it has none yet.
     *
     * @return false if that fails, and with it the Map
     */
    boolean hasInput(Frame frame) {
        return starts.hasInput(frame);
    }

    /**
     * A branch or iteration has come to its end.
     *
     * @param bound see {@link PayloadSize#bound}
     */
    void succeeded(Group group, Frame child, JsonNode output, long bound) {
        if (group.isDistributed) {
            activation.executions.succeeded(child, output);
        }
        ResultFormat format = group.format();
        if (format == null) {
            keep(group, child, output, bound);
        } else {
            keep(
                    group,
                    child,
                    Kind.SUCCEEDED,
                    format.result(() -> activation.executions.report(child, output), output));
        }
        group.frames[child.index] = null;
        group.running--;
        if (group.isMap && !group.isDistributed) {
            group.lastEvent = activation.events.record(
                    child.lineage, child.lastEvent, new Event.IterationSucceeded(group.owner.step.name(), child.index));
        } else if (!group.isMap) {
            group.lastEvent = child.lastEvent;
        }
        goOn(group, child.lastEvent);
    }

    /** Keeps the result of an execution of a Map Run among the others, or has it written. */
    void keep(Group group, Frame child, Kind kind, JsonNode result) {
        ResultFiles files = group.files;
        ResultFormat format = group.format();
        if (files == null || format == null) {
            keep(group, child, result, PayloadSize.UNKNOWN);
            return;
        }
        format.elements(result).forEach(element -> files.add(kind, element));
    }

    private void keep(Group group, Frame child, JsonNode result, long bound) {
        int limit = activation.state.limits.payloadBytes();
        JsonNode before = group.results[child.index];
        if (before != null) { // of a failure that was redriven
            group.resultBound -= PayloadSize.known(PayloadSize.UNKNOWN, before, limit);
        }
        group.results[child.index] = result;
        group.resultBound += PayloadSize.known(bound, result, limit);
    }

    void goOn(Group group, long from) {
        if (group.files != null) {
            starts.more(group, from);
            activation.writes.goOn(group);
        } else if (group.resultBound > MOST_RESULTS * activation.state.limits.payloadBytes()) {
            tooLarge(group, PayloadSize.TOO_LARGE);
        } else if (group.isComplete()) {
            complete(group);
        } else {
            starts.more(group, from);
        }
    }

    private void tooLarge(Group group, String excess) {
        ExecutionError error = ExecutionError.tooLarge(group.owner.step.name(), true, excess);
        if (group.isDistributed) {
            fail(group, error);
        } else {
            activation.aborts.abandon(group);
            group.owner.failedChildren = null; // AWS: all of them run again
            activation.failing.failed(group.owner, error);
        }
    }

    private void complete(Group group) {
        ResultFormat format = group.format();
        ArrayNode result = JsonNodeFactory.instance.arrayNode(group.size());
        for (JsonNode element : group.results) {
            if (format == null) {
                result.add(element);
            } else {
                result.addAll(format.elements(element));
            }
        }
        // AWS: a Map Run gives no more than a task may, whatever the state makes of it.
        String excess = group.isDistributed ? activation.excess(result) : null;
        if (excess == null) {
            complete(group, result);
        } else {
            tooLarge(group, excess);
        }
    }

    /** The state has its result. */
    void complete(Group group, JsonNode result) {
        Frame owner = group.owner;
        owner.children = null;
        owner.exitFrom = group.lastEvent;
        if (group.isDistributed) {
            group.lastEvent = activation.events.record(owner.lineage, group.lastEvent, new Event.MapRunSucceeded());
            runEnded(owner, ExecutionStatus.SUCCEEDED);
        }
        StateKind kind = owner.step.kind();
        owner.lastEvent = activation.events.record(owner.lineage, group.lastEvent, new Event.StateSucceeded(kind));
        owner.result = result;
        owner.mode = Frame.Mode.FINISH;
        activation.state.ready.addFirst(owner);
    }

    /** A distributed Map has failed as a whole. */
    void fail(Group group, ExecutionError error) {
        failRun(group, error);
        activation.failing.failed(group.owner, error);
    }

    void failRun(Group group, ExecutionError error) {
        Frame owner = group.owner;
        activation.aborts.all(group, 0);
        group.fail();
        owner.hasFailedChild = true;
        activation.events.record(owner, new Event.MapRunFailed(error.error(), error.cause()));
        runEnded(owner, ExecutionStatus.FAILED);
    }

    private void runEnded(Frame owner, ExecutionStatus status) {
        if (activation.state.journal != null) {
            activation.state.journal.ended(owner, status, activation.now);
        }
    }

    /** A branch or iteration has failed, and with it the state: the others are stopped. The failure becomes the owner's last event. */
    void failed(Group group, Frame child) {
        long failure = child.lastEvent;
        Frame owner = group.owner;
        if (group.isMap) {
            activation.events.record(child.lineage, failure, new Event.IterationFailed(owner.step.name(), child.index));
        }
        if (child.hasTaskFailureEvent) {
            activation.events.record(child.lineage, failure, new Event.StateAborted(child.step.kind()));
        }
        activation.aborts.all(group, failure);
        group.fail();
        owner.lastEvent = failure;
        owner.hasFailedChild = true;
    }
}
