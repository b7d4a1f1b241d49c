package dev.stepwright.validation;

/** What stands between the delimiters is no JSONata. */
final class BadJsonata extends Rule {
    BadJsonata() {
        super("ASL-JNT-001", Severity.ERROR, "INVALID_JSONATA_EXPRESSION");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.problem()
                        .ifPresent(problem -> findings.add(at(
                                        site.pointer(),
                                        "no JSONata in %s: %s (at character %d)"
                                                .formatted(
                                                        Words.quote(site.text()),
                                                        problem.message(),
                                                        problem.start() + 3))
                                .service(problem.message(), site.pointer()))));
    }
}
