package dev.stepwright.types.flow;

import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.ScopeNode;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Value;

/** Parallel: the result is the outputs of the branches, one by one. */
final class ParallelFlow {
    private ParallelFlow() {}

    static boolean of(Visit visit, StateData data) {
        Value arguments = data.arguments();
        Entry entry = visit.entry();
        for (ScopeNode branch : visit.node().inner()) {
            visit.start(branch, new Entry(arguments, entry.variables(), entry.context()));
        }
        boolean ends = visit.node().inner().stream()
                .noneMatch(branch -> branch.output().isNever());
        if (ends) {
            data.leave(Value.of(Items.each(
                    visit.node().inner().stream().map(ScopeNode::output).toList())));
        }
        data.leaveByCatch();
        return ends;
    }
}
