package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A filter in a path is written in a way that the grammar does not have; AWS may or may not take it. */
final class DoubtfulFilter extends Rule {
    DoubtfulFilter() {
        super("ASL-PTH-006", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> (site.shouldBePath() ? site.pathSyntax() : site.callSyntax())
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.FILTER)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "AWS may not understand the filter in %s: %s"
                                        .formatted(Words.quote(site.text()), syntax.problem())))));
    }
}
