package dev.stepwright.validation.path;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.ReferencePath;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Words;

/** A path that may lead to several values stands where it has to lead to one. */
final class NoReferencePath extends PathRule {
    NoReferencePath() {
        super("ASL-PTH-002");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(PathSite::leadsToOnePlace)
                .filter(site -> site.path().isPresent())
                .forEach(site -> {
                    try {
                        ReferencePath.parse(site.text());
                    } catch (ExpressionSyntaxException e) {
                        findings.add(told(
                                site,
                                atCharacter(
                                        site.pointer(),
                                        e.offset(),
                                        "invalid reference path %s in %s: %s"
                                                .formatted(Words.quote(site.text()), site.field(), e.problem()))));
                    }
                });
    }
}
