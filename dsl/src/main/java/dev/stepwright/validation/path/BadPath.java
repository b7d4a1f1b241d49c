package dev.stepwright.validation.path;

import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.rule.Findings;

/** A path that is none. */
final class BadPath extends PathRule {
    BadPath() {
        super("ASL-PTH-001");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> !site.field().equals("Variable"))
                .forEach(site -> site.pathSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(badSyntax(site, "path", syntax))));
    }
}
