package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** The arguments of an intrinsic function stand side by side without commas. */
final class CommaMissing extends Rule {
    CommaMissing() {
        super("ASL-INT-006", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.callSyntax()
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.COMMA)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                site.pointer(),
                                syntax.offset(),
                                "the arguments in %s must be separated by commas: %s"
                                        .formatted(Words.quote(site.text()), syntax.problem())))));
    }
}
