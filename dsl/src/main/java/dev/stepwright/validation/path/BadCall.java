package dev.stepwright.validation.path;

import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.rule.Findings;

/** A call of an intrinsic function that is none, or that gives the function what it does not take. */
final class BadCall extends PathRule {
    BadCall() {
        super("ASL-INT-001");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.callSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(badSyntax(site, "intrinsic function", syntax))));
    }
}
