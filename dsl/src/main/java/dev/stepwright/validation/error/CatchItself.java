package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A state catches its errors with itself: while the error lasts it runs for ever. */
final class CatchItself extends Rule {
    CatchItself() {
        super("ASL-ERR-010", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.CATCH_RULE) {
            part.text("Next")
                    .filter(part.name()::equals)
                    .ifPresent(
                            next -> findings.add(
                                    at(
                                            part.at("Next"),
                                            "this rule leads back to its own state, which repeats for as long as the error lasts; use Retry with MaxAttempts instead")));
        }
    }
}
