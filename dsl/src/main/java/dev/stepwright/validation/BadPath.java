package dev.stepwright.validation;

/** A path that is none. */
final class BadPath extends Rule {
    BadPath() {
        super("ASL-PTH-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> !site.field().equals("Variable"))
                .forEach(site -> site.pathSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(site.told(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "%s is no path: %s, %s"
                                        .formatted(site.noun(), Words.quote(site.text()), syntax.problem()))))));
    }
}
