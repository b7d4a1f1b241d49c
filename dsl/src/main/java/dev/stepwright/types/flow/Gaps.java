package dev.stepwright.types.flow;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.Trail;
import dev.stepwright.types.graph.Entry;
import dev.stepwright.types.graph.StateNode;
import dev.stepwright.types.graph.Variables;
import dev.stepwright.types.graph.Ways;
import dev.stepwright.types.jsonata.Gap;
import dev.stepwright.types.lattice.Description;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.types.report.Kept;
import dev.stepwright.types.report.Meant;
import dev.stepwright.types.report.Misspelt;
import dev.stepwright.types.report.Nearby;
import dev.stepwright.types.report.Recorder;
import dev.stepwright.types.report.Similar;
import java.util.Optional;
import java.util.function.Predicate;

/** Reports JSONata reads that give nothing. */
record Gaps(StateNode node, Recorder recorder) {
    private static final String INPUT = "$states.input";

    /** Reports one that makes a whole expression undefined, which fails the state. */
    void report(Gap gap, Trail trail, Predicate<Entry> lacks) {
        recorder.report(
                FlowRule.of(gap.lack()),
                node,
                gap.path(),
                trail,
                () -> reads(gap) + because(gap, lacks),
                () -> meant(gap));
    }

    /** Reports one that only makes a part of an expression undefined. */
    void reportSwallowed(Gap gap, Trail trail) {
        FlowRule rule = gap.lack() == Lack.UNASSIGNED ? FlowRule.VARIABLE_NEVER : FlowRule.ALWAYS_EMPTY;
        recorder.report(
                rule,
                node,
                gap.path(),
                trail,
                () -> reads(gap) + ", which is always undefined here" + instead(gap) + kept(gap),
                () -> meant(gap));
    }

    /** Returns the question whether another member of the input is meant. */
    String misspelt(Meant meant) {
        return Misspelt.message(reads(meant.written()), meant);
    }

    private String reads(Gap gap) {
        return reads(gap.path());
    }

    private String reads(String path) {
        return "state " + JsonText.quote(node.name()) + " reads " + path;
    }

    private String because(Gap gap, Predicate<Entry> lacks) {
        return switch (gap.lack()) {
            case ALWAYS -> ", which never exists here" + Ways.all(node) + instead(gap) + kept(gap);
            case SOMETIMES -> {
                String kept = kept(gap);
                yield ", which does not exist on " + Ways.lacking(node, lacks) + instead(gap)
                        + (kept.isEmpty() ? "; produce it there" : kept)
                        + ", or test it with $exists first";
            }
            case EMPTY -> throw new IllegalArgumentException("JSONata selects nothing that is empty");
            case DOUBTFUL -> ", which the documented result does not have" + instead(gap) + kept(gap);
            case UNASSIGNED -> ", which no earlier state assigns" + instead(gap);
            case SOMETIMES_ASSIGNED ->
                ", which is not assigned on " + Ways.lacking(node, lacks) + "; assign it there or before";
        };
    }

    /** Returns how a member of the input would come here, where a state before has it and does not hand it on. */
    private String kept(Gap gap) {
        return owner(gap).equals(INPUT)
                ? Kept.of(node, gap.name(), entry -> lacks(entry, gap.name()))
                        .filter(kept -> kept.isCertain() || meant(gap).isEmpty())
                        .map(Kept::advice)
                        .orElse("")
                : "";
    }

    private static boolean lacks(Entry entry, String name) {
        return Reader.fieldOfEach(entry.input(), name).lack() != null;
    }

    private Optional<Meant> meant(Gap gap) {
        return switch (gap.lack()) {
            case UNASSIGNED -> Similar.variable(gap.name(), assigned());
            case SOMETIMES_ASSIGNED, EMPTY -> Optional.empty();
            case ALWAYS, SOMETIMES, DOUBTFUL -> Nearby.meant(owner(gap), gap.name(), gap.at());
        };
    }

    private Variables assigned() {
        Entry entry = node.entry();
        return entry == null ? Variables.NONE : entry.variables();
    }

    private static String owner(Gap gap) {
        return gap.path().contains(".") ? gap.path().substring(0, gap.path().lastIndexOf('.')) : gap.path();
    }

    private String instead(Gap gap) {
        if (gap.lack() == Lack.UNASSIGNED) {
            return ": " + Similar.instead(gap.name(), assigned());
        }
        String owner = owner(gap);
        return ": " + owner + " is " + Description.of(gap.at()) + Nearby.hint(owner, gap.name(), gap.at());
    }
}
