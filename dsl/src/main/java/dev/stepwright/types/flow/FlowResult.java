package dev.stepwright.types.flow;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.FlowGraph;
import dev.stepwright.types.graph.Requirements;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;

/**
 * What the analysis of a machine brought to light, in its own terms.
 *
 * @param findings in the order of the states
 * @param input the place of the machine's input, with its uses
 * @param output what the machine gives
 * @param tasks the tasks that are reached
 * @param entries what each state that is reached starts with, by where it stands
 * @param provenances tells which values are handed on as they came
 * @param requirements tells which places must be there
 * @param visits how often a state was looked at; it grows with the number of states, whatever they do
 */
public record FlowResult(
        List<Finding> findings,
        Place input,
        Value output,
        List<TaskData> tasks,
        Map<JsonPointer, Entry> entries,
        Provenances provenances,
        Requirements requirements,
        int visits) {

    /**
     * What a task gets and gives.
     *
     * @param pointer where the state stands
     * @param arguments its effective input
     * @param result what it gives, before ResultSelector
     */
    public record TaskData(String state, JsonPointer pointer, Value arguments, Value result) {}

    /**
     * Analyses a machine. It may be broken in any way: of what is wrong nothing is known.
     *
     * @param broken where states stand of which nothing is to be believed
     */
    public static FlowResult of(StateMachineDefinition definition, Outside outside, Set<JsonPointer> broken) {
        FlowGraph graph = FlowGraph.of(definition);
        Fixpoint fixpoint = new Fixpoint(graph, outside, broken);
        fixpoint.run();
        Recorder recorder = fixpoint.recorder();
        List<TaskData> tasks = new ArrayList<>();
        recorder.tasks()
                .forEach((node, task) ->
                        tasks.add(new TaskData(node.name(), node.pointer(), task.arguments(), task.result())));
        Map<JsonPointer, Entry> entries = new HashMap<>();
        for (StateNode node : graph.nodes()) {
            Entry entry = node.entry();
            if (entry != null) {
                entries.put(node.pointer(), entry);
            }
        }
        return new FlowResult(
                List.copyOf(recorder.findings()),
                outside.input(),
                graph.machine().output(),
                List.copyOf(tasks),
                Map.copyOf(entries),
                outside.provenances(),
                new Requirements(graph),
                fixpoint.visits());
    }
}
