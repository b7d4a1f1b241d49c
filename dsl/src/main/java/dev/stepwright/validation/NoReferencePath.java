package dev.stepwright.validation;

import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.ReferencePath;

/** A path that may lead to several values stands where it has to lead to one. */
final class NoReferencePath extends Rule {
    NoReferencePath() {
        super("ASL-PTH-002", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(PathSite::leadsToOnePlace)
                .filter(site -> site.path().isPresent())
                .forEach(site -> {
                    try {
                        ReferencePath.parse(site.text());
                    } catch (ExpressionSyntaxException e) {
                        findings.add(site.told(atCharacter(
                                site.pointer(),
                                e.offset(),
                                "%s has to lead to one place: %s, %s"
                                        .formatted(site.field(), Words.quote(site.text()), e.problem()))));
                    }
                });
    }
}
