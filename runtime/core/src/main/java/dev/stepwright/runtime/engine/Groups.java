package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.StateKind;
import dev.stepwright.runtime.plan.ScopePlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/** The course of branches and iterations: how they start, and how the state that they belong to ends. */
final class Groups {
    private static final ExecutionError TOO_MANY_FAILED = ExecutionError.of(
            "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

    /** Results are gathered up to so many times of what a payload may have; a selector may still take the little that is wanted from them. */
    private static final long MOST_RESULTS = 64;

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
            JsonNode input = group.children.takeInput(index);
            Frame frame = child(group, index, from, input == null ? NullNode.getInstance() : input);
            frame.awaitsInput = input == null;
            frame.item = group.children.item(index);
            group.frames[index] = frame;
            group.running++;
            activation.state.ready.add(frame);
        }
    }

    /**
     * Has an iteration take the input with which it begins, if it has none yet.
     *
     * @return false if that fails, and with it the Map
     */
    boolean hasInput(Frame frame) {
        Group group = frame.group;
        if (group == null || !frame.awaitsInput) {
            return true;
        }
        Frame owner = group.owner;
        try {
            frame.input = group.children.makeInput(frame.index, activation);
            frame.awaitsInput = false;
            if (group.isDistributed) {
                frame.lineage.input = frame.input;
            }
            return true;
        } catch (EvaluationFailure e) {
            abandon(group);
            activation.recovering.evaluationFailed(owner, e);
        } catch (InputTooLarge e) {
            abandon(group);
            activation.recovering.failed(owner, e.error());
        }
        return false;
    }

    private void abandon(Group group) {
        abortAll(group, group.owner.lastEvent);
        group.owner.children = null;
    }

    private Frame child(Group group, int index, long from, JsonNode input) {
        ScopePlan scope = group.children.scope(index);
        if (group.isDistributed) {
            Lineage execution = execution(group, input);
            return new Frame(scope, execution, group, index, input, 0);
        }
        Lineage lineage = group.owner.lineage;
        long last = group.isMap
                ? activation.record(lineage, from, new Event.IterationStarted(group.owner.step.name(), index))
                : from;
        return new Frame(scope, lineage, group, index, input, last);
    }

    /** An item of a distributed Map is an execution of its own: it counts its own events, beginning with its ExecutionStarted. */
    private Lineage execution(Group group, JsonNode input) {
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
        Lineage lineage = new Lineage(identity, input, true);
        lineage.lastEvent = 1;
        return lineage;
    }

    /**
     * A branch or iteration has come to its end.
     *
     * @param bound see {@link PayloadSize#bound}
     */
    void succeeded(Group group, Frame child, JsonNode output, long bound) {
        ended(group, child, output);
        group.resultBound += PayloadSize.known(bound, output, activation.state.limits.payloadBytes());
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
        if (group.resultBound > MOST_RESULTS * activation.state.limits.payloadBytes()) {
            abandon(group);
            String name = group.owner.step.name();
            activation.recovering.failed(group.owner, ExecutionError.tooLarge(name, true, PayloadSize.TOO_LARGE));
        } else if (group.isComplete()) {
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
        group.failedItems += group.children.items(child.index);
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
