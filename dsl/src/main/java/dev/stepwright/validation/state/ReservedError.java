package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A Fail state raises an error in the name space of ASL itself. */
final class ReservedError extends Rule {
    ReservedError() {
        super("ASL-FAI-003", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.FAIL) {
            part.text("Error")
                    .filter(error -> error.startsWith("States."))
                    .ifPresent(error -> findings.add(at(
                            part.at("Error"),
                            "%s: error names that begin with States. are reserved; choose another"
                                    .formatted(Words.quote(error)))));
        }
    }
}
