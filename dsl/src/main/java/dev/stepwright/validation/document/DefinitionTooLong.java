package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Locale;
import tools.jackson.core.JsonPointer;

/** The text is longer than AWS takes. */
final class DefinitionTooLong extends Rule {
    private static final int MOST = 1_048_576;

    DefinitionTooLong() {
        super("ASL-DOC-004", Severity.ERROR, "");
    }

    /** AWS: the API refuses the request, so there is no finding of its own. */
    @Override
    public boolean isRefused() {
        return true;
    }

    @Override
    public void check(Machine machine, Findings findings) {
        int length = machine.document().asl().length();
        if (length > MOST) {
            findings.add(at(
                    JsonPointer.empty(),
                    String.format(
                            Locale.ROOT,
                            "the definition has %,d characters, but AWS accepts at most %,d; remove whitespace, or move states into a machine of their own",
                            length,
                            MOST)));
        }
    }
}
