package dev.stepwright.types;

import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.Provenance;
import java.util.List;
import java.util.Map;

/**
 * What the analysis of a machine found.
 *
 * @param findings what is wrong; a state's findings together, states in the order in which they are passed
 * @param input what the machine needs its input to be; the known shape if one was given
 * @param output what the machine gives
 * @param handedOn where the output comes from, or those of its parts that are handed on as they came; as in {@link TaskShape#handedOn}
 * @param tasks the Task states that are reached, in that order
 */
public record FlowReport(
        List<Finding> findings,
        Shape input,
        Shape output,
        Map<List<String>, Provenance> handedOn,
        List<TaskShape> tasks) {
    public FlowReport {
        findings = List.copyOf(findings);
        handedOn = Map.copyOf(handedOn);
        tasks = List.copyOf(tasks);
    }
}
