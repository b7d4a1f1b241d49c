package dev.stepwright.types.flow;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.FlowGraph;
import dev.stepwright.types.graph.Requirements;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.types.report.Recorder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/**
 * What the analysis of a machine brought to light, in its own terms.
 *
 * @param findings in the order of the states
 * @param input the place of the machine's input, with its uses
 * @param output what the machine gives
 * @param tasks the tasks that are reached
 * @param entries what each state that is reached starts with, by where it stands
 * @param requirements tells which places must be there
 * @param visits how often a state was looked at; it grows with the number of states, whatever they do
 */
public record FlowResult(
        List<Finding> findings,
        Place input,
        Value output,
        List<TaskData> tasks,
        Map<JsonPointer, Entry> entries,
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
     * Analyses a machine. It may be broken in any way: of what is wrong nothing is known. Where some way is said to lack something, and
     * states ask about what others have asked about, so that this way may be none, it is analysed once more with that in mind.
     *
     * @param outside makes what comes into the machine, for one analysis
     * @param broken where states stand of which nothing is to be believed
     */
    public static FlowResult of(StateMachineDefinition definition, Supplier<Outside> outside, Set<JsonPointer> broken) {
        Analysis first = Analysis.of(definition, outside.get(), broken, Set.of());
        Set<JsonPointer> agreements =
                first.blamesAWay() ? Agreements.of(first.fixpoint().recorder().questions()) : Set.of();
        return agreements.isEmpty()
                ? first.result(0)
                : Analysis.of(definition, outside.get(), broken, agreements)
                        .result(first.fixpoint().visits());
    }

    private record Analysis(FlowGraph graph, Outside outside, Fixpoint fixpoint) {
        private static final Set<String> ABOUT_WAYS = Stream.of(
                        FlowRule.PATH_SOMETIMES, FlowRule.VARIABLE_SOMETIMES, FlowRule.OPERAND_SOMETIMES)
                .map(FlowRule::id)
                .collect(Collectors.toUnmodifiableSet());

        static Analysis of(
                StateMachineDefinition definition,
                Outside outside,
                Set<JsonPointer> broken,
                Set<JsonPointer> agreements) {
            FlowGraph graph = FlowGraph.of(definition);
            Fixpoint fixpoint = new Fixpoint(graph, outside, broken, agreements);
            fixpoint.run();
            return new Analysis(graph, outside, fixpoint);
        }

        boolean blamesAWay() {
            return fixpoint.recorder().findings().stream().anyMatch(finding -> ABOUT_WAYS.contains(finding.rule()));
        }

        FlowResult result(int visitsBefore) {
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
                    new Requirements(graph),
                    visitsBefore + fixpoint.visits());
        }
    }
}
