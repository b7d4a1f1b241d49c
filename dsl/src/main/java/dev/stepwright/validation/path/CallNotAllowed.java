package dev.stepwright.validation.path;

import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Words;

/** An intrinsic function in a field that takes a path only. */
final class CallNotAllowed extends PathRule {
    CallNotAllowed() {
        super("ASL-INT-005");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.isCall() && !site.mayBeCall())
                .forEach(site -> findings.add(told(
                        site,
                        at(
                                site.pointer(),
                                "%s must be a path, not an intrinsic function, found %s; compute the value in an earlier state"
                                        .formatted(site.field(), Words.quote(site.text()))))));
    }
}
