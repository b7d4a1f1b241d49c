package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.ScopePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** How branches and iterations start. */
final class Starts {
    private final Activation activation;

    Starts(Activation activation) {
        this.activation = activation;
    }

    /** Starts what the concurrency allows; the iterations that start follow from an event. */
    void more(Group group, long from) {
        while (group.canStart()) {
            Frame waiting = group.takePendingRedrive();
            if (waiting != null) {
                again(group, waiting);
                continue;
            }
            int index = group.started++;
            JsonNode input = group.children.takeInput(index);
            Frame frame = child(group, index, from, input == null ? NullNode.getInstance() : input);
            frame.awaitsInput = input == null;
            frame.item = group.children.item(index);
            begin(group, frame);
        }
    }

    private void begin(Group group, Frame frame) {
        group.frames[frame.index] = frame;
        group.running++;
        if (group.isDistributed && !frame.awaitsInput) {
            activation.executions.begun(frame);
        }
        activation.state.ready.add(frame);
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
            take(frame, group.children.makeInput(frame.index, activation), owner);
            if (group.isDistributed) {
                frame.lineage.input = frame.input;
                activation.executions.begun(frame);
            }
            return true;
        } catch (EvaluationFailure e) {
            activation.aborts.abandon(group);
            activation.failing.evaluationFailed(owner, e);
        } catch (InputTooLarge e) {
            activation.aborts.abandon(group);
            activation.failing.failed(owner, e.error());
        }
        return false;
    }

    private void take(Frame frame, JsonNode input, Frame owner) {
        int limit = activation.state.limits.payloadBytes();
        long bound = PayloadSize.known(PayloadSize.UNKNOWN, input, limit);
        boolean isBatch = frame.item == null;
        frame.input = bound <= limit || isBatch ? input : activation.allowed(owner, input);
        frame.inputBound = bound <= limit ? bound : PayloadSize.UNKNOWN;
        frame.awaitsInput = false;
    }

    private Frame child(Group group, int index, long from, JsonNode input) {
        ScopePlan scope = group.children.scope(index);
        if (group.isDistributed) {
            Lineage execution = execution(group, input);
            if (activation.state.journal != null) {
                activation.state.journal.childBegun(group, index, execution);
            }
            return new Frame(scope, execution, group, index, input, 0);
        }
        Lineage lineage = group.owner.lineage;
        long last = group.isMap
                ? activation.events.record(lineage, from, new Event.IterationStarted(group.owner.step.name(), index))
                : from;
        return new Frame(scope, lineage, group, index, input, last);
    }

    /** An item of a distributed Map is an execution of its own: it counts its own events, beginning with its ExecutionStarted. */
    private Lineage execution(Group group, JsonNode input) {
        ExecutionIdentity map = group.owner.lineage.identity;
        boolean isExpress =
                group.owner.step instanceof MapStep step && step.terms().isExpress();
        String id = MapRunNames.uuid(activation).toString();
        String name = isExpress ? activation.chance().nextUuid().toString() : id;
        String machine = machineArn(group.owner);
        ExecutionIdentity identity = new ExecutionIdentity(
                MapRunNames.executionArn(machine, name, isExpress ? id : null),
                name,
                machine,
                map.machineName() + "/" + MapRunNames.label(group.owner.mapRunArn()),
                map.roleArn(),
                activation.now,
                isExpress,
                false,
                null,
                null);
        return new Lineage(activation.state, identity, input);
    }

    private void again(Group group, Frame child) {
        if (child.lineage.identity.isExpress()) {
            beginAgain(group, child);
        } else {
            group.running++;
            activation.redriving.again(child);
        }
    }

    /** AWS: an Express execution is not redriven but started again, under the same ARN. */
    private void beginAgain(Group group, Frame child) {
        Lineage before = child.lineage;
        Lineage lineage = new Lineage(activation.state, before.identity.startedAt(activation.now), before.input);
        Frame frame = new Frame(child.scope, lineage, group, child.index, lineage.input, 0);
        frame.awaitsInput = child.awaitsInput;
        frame.item = child.item;
        if (activation.state.journal != null) {
            activation.state.journal.childBegunAgain(group, child.index, lineage);
        }
        begin(group, frame);
    }

    /** Returns the ARN of the machine that the executions of a distributed Map are of. */
    static String machineArn(Frame owner) {
        return owner.lineage.identity.machineArn() + "/" + MapRunNames.label(owner.mapRunArn());
    }
}
