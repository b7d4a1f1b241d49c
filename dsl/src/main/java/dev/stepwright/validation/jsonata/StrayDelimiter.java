package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A text has a delimiter of expressions somewhere within it, so that it stays as it is written. */
final class StrayDelimiter extends Rule {
    StrayDelimiter() {
        super("ASL-JNT-002", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> isStray(site.text())
                        && !UnclosedExpression.isUnclosed(site.text())
                        && !Text.isUnknown(site.text()))
                .forEach(site -> findings.add(at(
                        site.pointer(),
                        "%s is passed on as plain text; an expression begins with {%% and ends with %%}, with nothing before or after"
                                .formatted(Words.quote(site.text())))));
    }

    private static boolean isStray(String text) {
        boolean begins = text.startsWith("{%");
        boolean ends = text.endsWith("%}");
        return !(begins && ends) && (text.contains("{%") || text.contains("%}"));
    }
}
