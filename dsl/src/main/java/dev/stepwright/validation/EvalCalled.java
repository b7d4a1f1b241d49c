package dev.stepwright.validation;

/** An expression calls {@code $eval}, which Step Functions does not have. */
final class EvalCalled extends Rule {
    EvalCalled() {
        super("ASL-JNT-004", Severity.ERROR, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(
                        site -> site.syntax()
                                .map(JsonataNames::of)
                                .filter(names -> names.read().contains("eval"))
                                .ifPresent(
                                        names -> findings.add(
                                                at(
                                                        site.pointer(),
                                                        "Step Functions has no $eval; write the expression itself, or $parse for a text that is JSON"))));
    }
}
