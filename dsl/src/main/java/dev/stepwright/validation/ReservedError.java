package dev.stepwright.validation;

/** A Fail state raises an error in the name space of ASL itself. */
final class ReservedError extends Rule {
    ReservedError() {
        super("ASL-FAI-003", Severity.WARNING, "");
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.FAIL) {
            part.text("Error")
                    .filter(error -> error.startsWith("States."))
                    .ifPresent(error -> findings.add(at(
                            part.at("Error"),
                            "%s: names that begin with States. belong to the language; choose another"
                                    .formatted(Words.quote(error)))));
        }
    }
}
