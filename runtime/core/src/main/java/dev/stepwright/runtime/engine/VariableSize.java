package dev.stepwright.runtime.engine;

import dev.stepwright.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells whether the variables of an execution come to too much, without measuring all of them for each that is assigned. */
final class VariableSize {
    private VariableSize() {}

    /**
     * Returns whether all variables of a frame's execution have more bytes than allowed once some are assigned.
     *
     * @param assigned an object of variables of the frame, each of them no larger than a payload may be
     */
    static boolean exceeds(Frame frame, JsonNode assigned, Limits limits) {
        Lineage lineage = frame.lineage;
        long added = PayloadSize.known(PayloadSize.UNKNOWN, assigned, Integer.MAX_VALUE);
        if (lineage.variableBound != PayloadSize.UNKNOWN && lineage.variableBound + added <= limits.variableBytes()) {
            lineage.variableBound += added;
            return false;
        }
        long all = bytes(root(frame), frame, assigned);
        lineage.variableBound = all;
        return all > limits.variableBytes();
    }

    private static Frame root(Frame frame) {
        Frame root = frame;
        while (root.group != null && !root.group.isDistributed) {
            root = root.group.owner;
        }
        return root;
    }

    /** Returns how many bytes the variables have, of a frame and of what runs in it. */
    private static long bytes(Frame frame, Frame assigning, JsonNode assigned) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> variable : frame.ownVariables().entrySet()) {
            boolean isReplaced = frame == assigning && assigned.has(variable.getKey());
            sum += isReplaced ? 0 : bytes(variable.getValue());
        }
        if (frame == assigning) {
            for (JsonNode value : assigned) {
                sum += bytes(value);
            }
        }
        if (frame.children != null && !frame.children.isDistributed) {
            for (Frame child : frame.children.frames) {
                sum += child == null ? 0 : bytes(child, assigning, assigned);
            }
        }
        return sum;
    }

    private static long bytes(JsonNode value) {
        return JsonText.compact(value).getBytes(StandardCharsets.UTF_8).length;
    }
}
