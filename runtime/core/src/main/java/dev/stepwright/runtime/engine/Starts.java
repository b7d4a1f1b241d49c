package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.EvaluationFailure;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.ScopePlan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** How branches and iterations start. */
final class Starts {
    private final Activation activation;
    private final Aborts aborts;

    Starts(Activation activation, Aborts aborts) {
        this.activation = activation;
        this.aborts = aborts;
    }

    /** Starts what the concurrency allows; the iterations that start follow from an event. */
    void more(Group group, long from) {
        while (group.canStart()) {
            Frame waiting = group.takePendingRedrive();
            if (waiting != null) {
                group.running++;
                activation.redriving.again(waiting);
                continue;
            }
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
            take(frame, group.children.makeInput(frame.index, activation), owner);
            if (group.isDistributed) {
                frame.lineage.input = frame.input;
            }
            return true;
        } catch (EvaluationFailure e) {
            aborts.abandon(group);
            activation.recovering.evaluationFailed(owner, e);
        } catch (InputTooLarge e) {
            aborts.abandon(group);
            activation.recovering.failed(owner, e.error());
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
                ? activation.record(lineage, from, new Event.IterationStarted(group.owner.step.name(), index))
                : from;
        return new Frame(scope, lineage, group, index, input, last);
    }

    /** An item of a distributed Map is an execution of its own: it counts its own events, beginning with its ExecutionStarted. */
    private Lineage execution(Group group, JsonNode input) {
        ExecutionIdentity map = group.owner.lineage.identity;
        String name = MapRunNames.uuid(activation).toString();
        String machine = machineArn(group.owner);
        ExecutionIdentity identity = new ExecutionIdentity(
                machine.replace(":stateMachine:", ":execution:") + ":" + name,
                name,
                machine,
                map.machineName() + "/" + MapRunNames.label(group.owner.mapRun()),
                map.roleArn(),
                activation.now,
                map.isExpress(),
                null,
                null);
        Lineage lineage = new Lineage(identity, input, true);
        lineage.lastEvent = 1;
        return lineage;
    }

    /** Returns the ARN of the machine that the executions of a distributed Map are of. */
    static String machineArn(Frame owner) {
        return owner.lineage.identity.machineArn() + "/" + MapRunNames.label(owner.mapRun());
    }
}
