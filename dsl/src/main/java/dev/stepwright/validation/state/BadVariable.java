package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.machine.PathSyntax;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;

/** The {@code Variable} of a choice rule is no path. */
final class BadVariable extends Rule {
    BadVariable() {
        super("ASL-CHO-005", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.kind().isChoiceRule() || part.isJsonata()) {
            return;
        }
        part.text("Variable")
                .filter(text -> !Text.isUnknown(text) && !PathSite.isCall(text)) // CallNotAllowed reports calls
                .ifPresent(text -> PathSyntax.ofPath(text)
                        .filter(syntax -> syntax.certainty() == PathSyntax.Certainty.WRONG)
                        .ifPresent(syntax -> findings.add(atCharacter(
                                        part.at("Variable"),
                                        syntax.offset(),
                                        "invalid path %s in Variable: %s"
                                                .formatted(Words.quote(text), syntax.problem()))
                                .service(ServiceWords.noReferencePath(text), part.at("Variable")))));
    }
}
