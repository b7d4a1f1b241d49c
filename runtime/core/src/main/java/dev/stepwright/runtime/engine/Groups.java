package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The course of branches and iterations: how they start, and how the state that they belong to ends. */
final class Groups {
    private static final ExecutionError TOO_MANY_FAILED = ExecutionError.of(
            "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

    private final Activation activation;

    Groups(Activation activation) {
        this.activation = activation;
    }

    void start(Group group) {
        group.owner.children = group;
        group.lastEvent = group.owner.lastEvent;
        startMore(group, group.owner.lastEvent);
        if (group.isComplete()) {
            complete(group);
        }
    }

    /** Starts what the concurrency allows; the iterations that start follow from an event. */
    private void startMore(Group group, long from) {
        while (group.canStart()) {
            int index = group.started++;
            Group.Child child = group.children.apply(index);
            Frame frame = group.isDistributed ? execution(group, child, index) : inline(group, child, index, from);
            frame.item = child.item();
            group.frames[index] = frame;
            group.running++;
            activation.state.ready.add(frame);
        }
    }

    private Frame inline(Group group, Group.Child child, int index, long from) {
        Lineage lineage = group.owner.lineage;
        long last = group.isMap
                ? activation.record(lineage, from, new Event.IterationStarted(group.owner.step.name(), index))
                : from;
        return new Frame(child.scope(), lineage, group, index, child.input(), last);
    }

    /** An item of a distributed Map is an execution of its own: it counts its own events, beginning with its ExecutionStarted. */
    private Frame execution(Group group, Group.Child child, int index) {
        ExecutionIdentity map = group.owner.lineage.identity;
        String name = activation.chance().nextUuid().toString();
        String machine = map.machineName() + "/" + group.owner.step.name();
        ExecutionIdentity identity = new ExecutionIdentity(
                map.machineArn().replace(":stateMachine:", ":execution:") + "/" + group.owner.step.name() + ":" + name,
                name,
                map.machineArn() + "/" + group.owner.step.name(),
                machine,
                map.roleArn(),
                activation.now,
                map.isExpress(),
                null,
                null);
        Lineage lineage = new Lineage(identity, child.input(), true);
        lineage.lastEvent = 1;
        return new Frame(child.scope(), lineage, group, index, child.input(), 0);
    }

    /** A branch or iteration has come to its end. */
    void succeeded(Group group, Frame child, JsonNode output) {
        ended(group, child, output);
        if (group.isMap && !group.isDistributed) {
            group.lastEvent = activation.record(
                    child.lineage, child.lastEvent, new Event.IterationSucceeded(group.owner.step.name(), child.index));
        } else if (!group.isMap) {
            group.lastEvent = child.lastEvent;
        }
        goOn(group, child.lastEvent);
    }

    private static void ended(Group group, Frame child, JsonNode result) {
        group.results[child.index] = result;
        group.frames[child.index] = null;
        group.running--;
    }

    private void goOn(Group group, long from) {
        if (group.isComplete()) {
            complete(group);
        } else {
            startMore(group, from);
        }
    }

    private void complete(Group group) {
        Frame owner = group.owner;
        owner.children = null;
        owner.exitFrom = group.lastEvent;
        if (group.isDistributed) {
            group.lastEvent = activation.record(owner.lineage, group.lastEvent, new Event.MapRunSucceeded());
        }
        StateKind kind = owner.step.kind();
        owner.lastEvent = activation.record(owner.lineage, group.lastEvent, new Event.StateSucceeded(kind));
        ArrayNode result = JsonNodeFactory.instance.arrayNode(group.size());
        for (JsonNode element : group.results) {
            result.add(element);
        }
        owner.result = result;
        owner.mode = Frame.Mode.FINISH;
        activation.state.ready.addFirst(owner);
    }

    /** A branch or iteration has failed, and with it the state: the others are stopped. The failure becomes the owner's last event. */
    void failed(Group group, Frame child) {
        long failure = child.lastEvent;
        Frame owner = group.owner;
        group.frames[child.index] = null;
        if (group.isMap) {
            activation.record(child.lineage, failure, new Event.IterationFailed(owner.step.name(), child.index));
        }
        if (child.hasTaskFailureEvent) {
            activation.record(child.lineage, failure, new Event.StateAborted(child.step.kind()));
        }
        abortAll(group, failure);
        owner.children = null;
        owner.lastEvent = failure;
        owner.hasFailedChild = true;
    }

    /** An item of a distributed Map has failed. Returns the error of the Map if that is one too many; else null. */
    @Nullable
    ExecutionError itemFailed(Group group, Frame child, ExecutionError error) {
        if (child.children != null) {
            abortAll(child.children, child.lastEvent);
        }
        child.mode = Frame.Mode.CLOSED;
        ended(group, child, error.output());
        group.failedItems += group.children.apply(child.index).items();
        if (group.failedItems <= group.toleratedFailures) {
            goOn(group, 0);
            return null;
        }
        Frame owner = group.owner;
        abortAll(group, 0);
        owner.children = null;
        owner.hasFailedChild = true;
        activation.record(owner, new Event.MapRunFailed(TOO_MANY_FAILED.error(), TOO_MANY_FAILED.cause()));
        return TOO_MANY_FAILED;
    }

    private void abortAll(Group group, long failure) {
        for (Frame frame : group.frames) {
            if (frame != null) {
                abort(frame, failure);
            }
        }
    }

    /** Stops a frame wherever it is. */
    private void abort(Frame frame, long failure) {
        Group group = frame.group;
        if (group != null && group.isMap) {
            activation.record(frame.lineage, failure, new Event.IterationAborted(group.owner.step.name(), frame.index));
        }
        if (frame.children != null) {
            abortAll(frame.children, failure);
        }
        if (frame.mode != Frame.Mode.ENTER) {
            activation.record(frame.lineage, failure, new Event.StateAborted(frame.step.kind()));
        }
        if (frame.task != null) {
            activation.tasks.cancel(frame.task);
        }
        if (frame.read != null) {
            activation.reads.cancel(frame.read);
        }
        activation.cancel(frame.timer);
        frame.mode = Frame.Mode.CLOSED;
    }
}
