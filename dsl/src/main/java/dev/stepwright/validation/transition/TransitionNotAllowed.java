package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;

/** {@code Next} or {@code End} on a Choice, Succeed or Fail state. */
final class TransitionNotAllowed extends Rule {
    private static final List<String> FIELDS = List.of("Next", "End");

    TransitionNotAllowed() {
        super("ASL-STA-005", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.isState() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        for (String field : FIELDS) {
            if (part.has(field) && Fields.find(part.kind(), field).isEmpty()) {
                findings.add(atName(part.at(field), message(part, field))
                        .service(ServiceWords.unsupported(field), part.pointer())
                        .mendedBy(fix(part, field)));
            }
        }
    }

    private static Fix fix(Part part, String field) {
        boolean isDefault = part.kind() == Kind.CHOICE && field.equals("Next") && !part.has("Default");
        return isDefault ? Fix.rename(part.at(field), "Default") : Fix.remove(part.at(field));
    }

    private static String message(Part part, String field) {
        return part.kind() == Kind.CHOICE
                ? "a Choice state cannot have " + field + "; use Next in its rules, and Default for when none matches"
                : part.kind().noun() + " ends the machine and cannot have " + field + "; remove it";
    }
}
