package dev.stepwright.types;

import dev.stepwright.types.report.Finding;
import java.util.List;

/**
 * What the analysis of a machine found.
 *
 * @param findings what is wrong; a state's findings together, states in the order in which they are passed
 * @param input what the machine needs its input to be; the known shape if one was given
 * @param output what the machine gives
 * @param tasks the Task states that are reached, in that order
 */
public record FlowReport(List<Finding> findings, Shape input, Shape output, List<TaskShape> tasks) {
    public FlowReport {
        findings = List.copyOf(findings);
        tasks = List.copyOf(tasks);
    }
}
