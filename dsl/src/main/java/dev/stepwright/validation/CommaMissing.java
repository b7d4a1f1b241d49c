package dev.stepwright.validation;

/** The arguments of an intrinsic function stand side by side without commas. */
final class CommaMissing extends Rule {
    CommaMissing() {
        super("ASL-INT-006", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.callSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.COMMA)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "the arguments in %s are separated by commas: %s"
                                        .formatted(Words.quote(site.text()), syntax.problem())))));
    }
}
