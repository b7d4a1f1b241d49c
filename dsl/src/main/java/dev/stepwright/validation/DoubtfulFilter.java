package dev.stepwright.validation;

/** A filter in a path is written in a way that the grammar does not have; AWS may or may not take it. */
final class DoubtfulFilter extends Rule {
    DoubtfulFilter() {
        super("ASL-PTH-006", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> (site.shouldBePath() ? site.pathSyntax() : site.callSyntax())
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.FILTER)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "the filter in %s may not be understood: %s"
                                        .formatted(Words.quote(site.text()), syntax.problem())))));
    }
}
