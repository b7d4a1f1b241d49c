package dev.stepwright.runtime.engine;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.ResultPath;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.plan.Flow;
import dev.stepwright.runtime.plan.ScopePlan;
import dev.stepwright.runtime.plan.Sequential;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes a frame out of its state: output, variables, the next state or the end of the scope. */
final class Leaving {
    private final Activation activation;

    Leaving(Activation activation) {
        this.activation = activation;
    }

    /** Leaves the state with the result that the frame has been given. */
    void finish(Frame frame) {
        if (!(frame.step instanceof Sequential step)) {
            throw new IllegalStateException("a " + frame.step.kind() + " state is never finished later");
        }
        leave(frame, step.flow(), step.next(), activation.bindings(frame), frame.result);
    }

    @SuppressWarnings("ReferenceEquality") // what was measured on the way in is not measured again
    void leave(Frame frame, Flow flow, int next, Bindings bindings, JsonNode result) {
        JsonNode assigned = flow.assigned(bindings, result);
        JsonNode output = flow.output(bindings, result);
        int limit = activation.state.limits.payloadBytes();
        long bound = output == frame.input ? frame.inputBound : bound(frame, flow, output, result);
        ExecutionError refused = refused(frame, bound > limit ? activation.excess(output) : null, assigned);
        if (refused != null) {
            activation.failing.failed(frame, refused);
            return;
        }
        long from = frame.exitFrom == 0 ? frame.lastEvent : frame.exitFrom;
        if (frame.lineage.keepsEvents) {
            Event exited = new Event.StateExited(frame.step.kind(), frame.step.name(), output, members(assigned));
            frame.lastEvent = activation.events.record(frame.lineage, from, exited);
        } else {
            activation.events.count(frame);
        }
        if (assigned != null) {
            frame.assign(assigned);
        }
        goOn(frame, next, output, bound > limit ? PayloadSize.UNKNOWN : bound);
    }

    /** Returns why the frame cannot leave its state: its output or what it assigns is too large; null if it can. */
    private @Nullable ExecutionError refused(Frame frame, @Nullable String outputExcess, @Nullable JsonNode assigned) {
        String excess = outputExcess == null && assigned != null ? activation.excess(assigned) : outputExcess;
        if (excess != null) {
            return ExecutionError.tooLarge(frame.step.name(), true, excess);
        }
        Limits limits = activation.state.limits;
        return assigned == null || !VariableSize.exceeds(frame, assigned, limits)
                ? null
                : ExecutionError.tooManyVariables(frame.step.name(), limits.variableBytes());
    }

    @SuppressWarnings("ReferenceEquality") // what was measured when it came is not measured again
    private long bound(Frame frame, Flow flow, JsonNode output, JsonNode result) {
        int limit = activation.state.limits.payloadBytes();
        ResultPath insertion = flow.insertion();
        if (insertion != null && frame.inputBound != PayloadSize.UNKNOWN) {
            boolean isMeasured = result == frame.result && frame.resultBound != PayloadSize.UNKNOWN;
            long added = isMeasured ? frame.resultBound : PayloadSize.added(insertion, result, limit);
            long bound = frame.inputBound + added;
            if (bound <= limit) {
                return bound;
            }
        }
        return PayloadSize.bound(output, frame.input, frame.inputBound, limit);
    }

    private static Map<String, JsonNode> members(@Nullable JsonNode assigned) {
        if (assigned == null) {
            return Map.of();
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        assigned.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private void goOn(Frame frame, int next, JsonNode output, long bound) {
        if (next != ScopePlan.END) {
            frame.goOn(frame.scope.step(next), output, bound);
            return;
        }
        frame.mode = Frame.Mode.CLOSED;
        frame.again = Frame.Mode.ENTER; // it has been left
        if (frame.group == null) {
            activation.completing.succeed(frame, output);
        } else {
            activation.groups.succeeded(frame.group, frame, output, bound);
        }
    }
}
