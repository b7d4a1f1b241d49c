package dev.stepwright.types.flow;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/**
 * What the analysis of a machine brought to light.
 *
 * @param findings in the order of the states
 * @param input the place of the machine's input, with its uses
 * @param output what the machine gives
 * @param arguments what each task that is reached is given, by the task's pointer
 * @param results what each task that is reached gives, by the task's pointer
 */
public record FlowResult(
        List<Finding> findings,
        Place input,
        Value output,
        Map<JsonPointer, Value> arguments,
        Map<JsonPointer, Value> results) {

    /** Analyses a machine. It may be broken in any way: of what is wrong nothing is known. */
    public static FlowResult of(StateMachineDefinition definition, Outside outside) {
        FlowGraph graph = FlowGraph.of(definition);
        Fixpoint fixpoint = new Fixpoint(graph, outside);
        fixpoint.run();
        Recorder recorder = fixpoint.recorder();
        return new FlowResult(
                List.copyOf(recorder.findings()),
                outside.input(),
                graph.machine().output(),
                byPointer(recorder.arguments()),
                byPointer(recorder.results()));
    }

    private static Map<JsonPointer, Value> byPointer(Map<StateNode, Value> values) {
        Map<JsonPointer, Value> byPointer = new LinkedHashMap<>();
        values.forEach((node, value) -> byPointer.put(node.pointer(), value));
        return byPointer;
    }
}
