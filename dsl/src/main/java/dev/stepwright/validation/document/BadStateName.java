package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;

/** A state's name is empty or too long. */
final class BadStateName extends Rule {
    private static final int LONGEST = 80;

    BadStateName() {
        super("ASL-STA-001", Severity.ERROR, "INVALID_STATE_NAME");
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        for (String name : scope.names().all()) {
            int length = name.codePointCount(0, name.length());
            if (length == 0 || length > LONGEST) {
                Finding finding = atName(
                        scope.pointerOf(name),
                        "a state name must have 1 to %1$d characters, found %3$d: %2$s"
                                .formatted(LONGEST, Words.quote(name), length));
                findings.add(
                        length == 0
                                ? finding
                                : finding.service(
                                        "Invalid State name: " + ServiceWords.tooLong("State", name, LONGEST),
                                        scope.pointerOf(name)));
            }
        }
    }
}
