package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.syntax.SyntaxProblem;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** What stands between the delimiters is no JSONata. */
final class BadJsonata extends Rule {
    BadJsonata() {
        super("ASL-JNT-001", Severity.ERROR, "INVALID_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.problem().ifPresent(problem -> findings.add(finding(site, problem))));
    }

    private Finding finding(JsonataSite site, SyntaxProblem problem) {
        String message = "invalid JSONata %s: %s".formatted(Words.quote(site.text()), problem.message());
        return atCharacter(site.pointer(), site.offset(problem.start()), message)
                .service(problem.message(), site.pointer());
    }
}
