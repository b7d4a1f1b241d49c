package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Field;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;

/** An object lacks a field that it must have. */
final class RequiredFieldMissing extends Rule {
    RequiredFieldMissing() {
        super("ASL-STA-016", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind().isScope() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        List<String> missing = Fields.of(part.kind()).stream()
                .filter(field -> field.isRequired() && !part.has(field.name()))
                .filter(field -> field.language() == null || field.language() == part.language())
                .map(Field::name)
                .toList();
        if (!missing.isEmpty()) {
            findings.add(atName(part.pointer(), "")
                    .service(ServiceWords.required(missing), part.pointer())
                    .theirs());
        }
        for (String field : missing) {
            if (!part.misspells(field)) {
                findings.add(atName(part.pointer(), message(part, field)).ours());
            }
        }
    }

    private static String message(Part part, String field) {
        String subject = part.isState()
                ? part.kind().noun().substring(2) + " " + Words.quote(part.name())
                : part.kind().noun();
        return subject + " needs " + field;
    }
}
