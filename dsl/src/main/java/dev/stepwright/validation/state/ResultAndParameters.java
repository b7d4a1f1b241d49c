package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** A Pass state with {@code Result} and {@code Parameters}: the latter are never used. */
final class ResultAndParameters extends Rule {
    ResultAndParameters() {
        super("ASL-PAS-002", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.PASS && part.has("Result") && part.has("Parameters") && !part.isJsonata()) {
            findings.add(
                    atName(part.at("Parameters"), "Parameters has no effect on a Pass state with Result; remove one")
                            .mendedBy(Fix.remove(part.at("Parameters")), Fix.remove(part.at("Result"))));
        }
    }
}
