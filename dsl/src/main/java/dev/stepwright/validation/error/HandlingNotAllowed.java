package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import java.util.List;

/** {@code Retry} or {@code Catch} on a state that does no work. */
final class HandlingNotAllowed extends Rule {
    HandlingNotAllowed() {
        super("ASL-ERR-007", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.isState() || part.kind() == Kind.UNKNOWN_STATE) {
            return;
        }
        for (String field : List.of("Retry", "Catch")) {
            if (part.has(field) && Fields.find(part.kind(), field).isEmpty()) {
                findings.add(atName(
                                part.at(field),
                                "%s cannot have %s; only Task, Parallel and Map states can"
                                        .formatted(part.kind().noun(), field))
                        .service(ServiceWords.unsupported(field), part.pointer()));
            }
        }
    }
}
