package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;

/** An expression calls {@code $eval}, which Step Functions does not have. */
final class EvalCalled extends Rule {
    EvalCalled() {
        super("ASL-JNT-004", Severity.ERROR, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(
                        site -> site.syntax()
                                .map(JsonataNames::of)
                                .filter(names -> names.read().contains("eval"))
                                .ifPresent(
                                        names -> findings.add(
                                                at(
                                                        site.pointer(),
                                                        "Step Functions has no $eval; write the expression itself, or use $parse to read a string as JSON"))));
    }
}
