package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A text in a JSONata state reads like a path or an intrinsic function of JSONPath. */
final class PathInJsonataState extends Rule {
    PathInJsonataState() {
        super("ASL-JNT-007", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> Text.looksLikePath(site.text()))
                .forEach(site -> findings.add(at(
                        site.pointer(),
                        "%s is passed on as plain text; in a JSONata state write an expression such as {%% $states.input.x %%}"
                                .formatted(Words.quote(site.text())))));
    }
}
