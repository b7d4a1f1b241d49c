package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A Parallel state with one branch does nothing side by side. */
final class SingleBranch extends Rule {
    SingleBranch() {
        super("ASL-PAR-002", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.PARALLEL && part.value("Branches").size() == 1) {
            findings.add(
                    at(
                            part.at("Branches"),
                            "a single branch has nothing to run in parallel with; unless its states share a Retry or Catch, move them out of the Parallel state"));
        }
    }
}
