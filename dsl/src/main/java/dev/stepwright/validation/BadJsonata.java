package dev.stepwright.validation;

import dev.stepwright.jsonata.syntax.SyntaxProblem;

/** What stands between the delimiters is no JSONata. */
final class BadJsonata extends Rule {
    BadJsonata() {
        super("ASL-JNT-001", Severity.ERROR, "INVALID_JSONATA_EXPRESSION");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.problem().ifPresent(problem -> findings.add(finding(site, problem))));
    }

    private Finding finding(JsonataSite site, SyntaxProblem problem) {
        String message = "no JSONata in %s: %s".formatted(Words.quote(site.text()), problem.message());
        return atCharacter(site.pointer(), site.offset(problem.start()), message)
                .service(problem.message(), site.pointer());
    }
}
