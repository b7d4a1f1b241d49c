package dev.stepwright.validation;

/** A call of an intrinsic function that is none, or that gives the function what it does not take. */
final class BadCall extends Rule {
    BadCall() {
        super("ASL-INT-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.callSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(site.told(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "%s is no legal call: %s, %s"
                                        .formatted(site.noun(), Words.quote(site.text()), syntax.problem()))))));
    }
}
